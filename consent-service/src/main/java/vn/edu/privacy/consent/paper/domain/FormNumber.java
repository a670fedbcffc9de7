package vn.edu.privacy.consent.paper.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number on a printed form: random, so that it says nothing about anybody, and short enough to be typed. Eleven
 * symbols (54 bits) and a check symbol, in groups of four: {@code 7K2F-9QXM-4HTD}. The 31 symbols leave out what the eye
 * confuses on paper (0 and O, 1, I and L); as 31 is prime, the check symbol notices every mistyped symbol and every two
 * that changed places.
 *
 * @param value twelve symbols, without the dashes
 */
public record FormNumber(String value) {
    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RANDOM_SYMBOLS = 11;
    private static final int GROUP = 4;

    public FormNumber {
        if (!holds(value)) {
            throw new IllegalArgumentException("not the number of a form");
        }
    }

    /** A new number. */
    public static FormNumber next(RandomGenerator random) {
        StringBuilder symbols = new StringBuilder();
        for (int at = 0; at < RANDOM_SYMBOLS; at++) {
            symbols.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return new FormNumber(symbols.append(SYMBOLS.charAt(checkOf(symbols))).toString());
    }

    /**
     * What somebody typed or a scanner read: in either case, with or without dashes and spaces, alone or as the last part
     * of the address in the form's QR code. Empty when it is no number or was mistyped.
     */
    public static Optional<FormNumber> read(String typed) {
        String last = typed.strip().replaceAll("/+$", "").replaceFirst("^.*/", "");
        String symbols = last.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return holds(symbols) ? Optional.of(new FormNumber(symbols)) : Optional.empty();
    }

    /** As it is printed. */
    @Override
    public String toString() {
        return String.join(
                "-", value.substring(0, GROUP), value.substring(GROUP, 2 * GROUP), value.substring(2 * GROUP));
    }

    private static boolean holds(String symbols) {
        return symbols.length() == RANDOM_SYMBOLS + 1
                && symbols.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0)
                && SYMBOLS.charAt(checkOf(symbols)) == symbols.charAt(RANDOM_SYMBOLS);
    }

    private static int checkOf(CharSequence symbols) {
        int sum = 0;
        for (int at = 0; at < RANDOM_SYMBOLS; at++) {
            sum += (at + 2) * SYMBOLS.indexOf(symbols.charAt(at));
        }
        return sum % SYMBOLS.length();
    }
}
