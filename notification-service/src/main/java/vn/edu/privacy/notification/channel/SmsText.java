package vn.edu.privacy.notification.channel;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as an SMS, and what it takes: the 7-bit alphabet of GSM (3GPP TS 23.038) while every character is in it, else
 * UCS-2. A text of more than one part loses room in each for what ties them together.
 *
 * @param text as it is sent
 * @param encoding how
 * @param units septets, or UTF-16 code units
 * @param parts how many messages the network carries, and bills
 */
public record SmsText(String text, Encoding encoding, int units, int parts) {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '\u00a0', " "));

    /** How characters become bits. */
    public enum Encoding {
        GSM7(160, 153),
        UCS2(70, 67);

        private final int alone;
        private final int together;

        Encoding(int alone, int together) {
            this.alone = alone;
            this.together = together;
        }
    }

    /** The text, with its diacritics or without. */
    public static SmsText of(String text, boolean diacritics) {
        String sent = diacritics ? text : plain(text);
        Encoding encoding = sent.codePoints().allMatch(letter -> septets(letter) > 0) ? Encoding.GSM7 : Encoding.UCS2;
        int[] sizes = sent.codePoints()
                .map(letter -> encoding == Encoding.GSM7 ? septets(letter) : Character.charCount(letter))
                .toArray();
        int units = 0;
        for (int size : sizes) {
            units += size;
        }
        return new SmsText(sent, encoding, units, units <= encoding.alone ? 1 : parts(sizes, encoding.together));
    }

    /** A character of two units is never torn apart: what does not fit begins the next part. */
    private static int parts(int[] sizes, int room) {
        int parts = 1;
        int used = 0;
        for (int size : sizes) {
            if (used + size > room) {
                parts++;
                used = 0;
            }
            used += size;
        }
        return parts;
    }

    private static int septets(int letter) {
        if (BASIC.indexOf(letter) >= 0) {
            return 1;
        }
        return EXTENDED.indexOf(letter) >= 0 ? 2 : 0;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .codePoints()
                .mapToObj(letter -> PLAIN.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }
}
