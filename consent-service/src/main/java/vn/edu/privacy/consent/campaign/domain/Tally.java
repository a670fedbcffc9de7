package vn.edu.privacy.consent.campaign.domain;

import java.util.stream.IntStream;

/**
 * How many students of a group stand where, for one purpose. Who has not answered is waiting, never permitted (R-CON-06).
 *
 * @param permitted the school may
 * @param refused somebody whom the law asks said no or took it back, or the record is closed
 * @param waiting a required answer is missing
 */
public record Tally(int permitted, int refused, int waiting) {
    static final Tally NONE = new Tally(0, 0, 0);

    /** All of them. */
    public int students() {
        return permitted + refused + waiting;
    }

    Tally plus(Tally other) {
        return new Tally(permitted + other.permitted, refused + other.refused, waiting + other.waiting);
    }

    /** Whether a figure is so small that it may point to persons; nobody is pointed to by none. */
    boolean pointsToPersons(int smallestGroup) {
        return IntStream.of(permitted, refused, waiting).anyMatch(count -> count > 0 && count < smallestGroup);
    }
}
