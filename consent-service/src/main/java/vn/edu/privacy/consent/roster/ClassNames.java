package vn.edu.privacy.consent.roster;

import java.util.Comparator;

/** How a school lists its classes: 2A, 9A, 10A, and what has no grade behind them. */
public final class ClassNames {
    /** By grade, then by what follows it. */
    public static final Comparator<String> BY_GRADE =
            Comparator.comparingInt(ClassNames::grade).thenComparing(Comparator.naturalOrder());

    private static final int LONGEST_GRADE = 3;

    private ClassNames() {}

    private static int grade(String name) {
        int digits = 0;
        while (digits < name.length() && digits < LONGEST_GRADE && Character.isDigit(name.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? Integer.MAX_VALUE : Integer.parseInt(name.substring(0, digits));
    }
}
