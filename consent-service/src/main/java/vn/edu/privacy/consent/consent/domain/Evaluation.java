package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record amounts to at an instant.
 *
 * @param state the row that fits
 * @param categories data categories that every required side granted; empty unless PERMIT
 * @param permitUntil until when this very PERMIT holds if nobody decides anything: the earliest of the record's end, a
 *     birthday that needs another side, the end of a relation that it rests on, and a fact that takes categories away;
 *     null unless PERMIT
 * @param missing required sides that have not answered
 * @param reminderMayHelp whether asking the family again may bring a PERMIT
 */
public record Evaluation(
        ConsentState state,
        Set<String> categories,
        @Nullable Instant permitUntil,
        Set<Side> missing,
        boolean reminderMayHelp) {

    public Evaluation {
        categories = Set.copyOf(categories);
        missing = Set.copyOf(missing);
    }

    /** What a school is told. */
    public Answer answer() {
        return state.answer();
    }
}
