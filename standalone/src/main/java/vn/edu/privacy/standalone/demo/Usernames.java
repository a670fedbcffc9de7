package vn.edu.privacy.standalone.demo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Logins made of a Vietnamese name without its diacritics: {@code ph.tran.thi.hoa}, the next one {@code …hoa2}. */
final class Usernames {

    private final Map<String, Integer> taken = new HashMap<>();

    String of(String prefix, String name) {
        String plain = prefix + "." + plain(name).replace(' ', '.');
        int count = taken.merge(plain, 1, Integer::sum);
        return count == 1 ? plain : plain + count;
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
