package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record amounts to at an instant.
 *
 * @param state the row that fits
 * @param categories data categories that every required side granted; empty unless PERMIT
 * @param conditionalOn the decisions with conditions in words that a PERMIT rests on (art. 11.7); empty unless PERMIT
 * @param permitUntil until when this very PERMIT holds if nobody decides anything: the earliest of the record's end, a
 *     birthday that needs another side, the end of a relation that it rests on or of what a party granted, and a fact that
 *     takes categories away; null unless PERMIT
 * @param missing required sides that have not answered
 * @param reminderMayHelp whether asking the family again may bring a PERMIT
 */
public record Evaluation(
        ConsentState state,
        Set<String> categories,
        Set<UUID> conditionalOn,
        @Nullable Instant permitUntil,
        Set<Side> missing,
        boolean reminderMayHelp) {

    public Evaluation {
        categories = Set.copyOf(categories);
        conditionalOn = Set.copyOf(conditionalOn);
        missing = Set.copyOf(missing);
    }

    /** What a school is told. */
    public Answer answer() {
        return state.answer();
    }
}
