package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.Evaluation;

/**
 * What a record amounted to at a past instant.
 *
 * @param answer what a school was to be told
 * @param categories data categories granted; empty unless PERMIT
 * @param conditionalOn the decisions with conditions in words that a PERMIT rested on; empty unless PERMIT
 * @param permitUntil until when a PERMIT would have held had nobody decided anything; null unless PERMIT
 * @param recordId the record, when anybody had said anything by then
 */
public record Recalled(
        Answer answer,
        Set<String> categories,
        Set<UUID> conditionalOn,
        @Nullable Instant permitUntil,
        Optional<UUID> recordId) {

    public Recalled {
        categories = Set.copyOf(categories);
        conditionalOn = Set.copyOf(conditionalOn);
    }

    static Recalled of(Evaluation evaluation, Optional<UUID> recordId) {
        return new Recalled(
                evaluation.answer(),
                evaluation.categories(),
                evaluation.conditionalOn(),
                evaluation.permitUntil(),
                recordId);
    }

    /** What both allow: later knowledge takes away from what was known then, it never adds to it. */
    Recalled within(Recalled known) {
        if (answer != Answer.PERMIT || known.answer != Answer.PERMIT) {
            return refusing(Stream.of(answer, known.answer).anyMatch(each -> each == Answer.DENY));
        }
        Set<String> both = new HashSet<>(categories);
        both.retainAll(known.categories);
        Set<UUID> conditions = new HashSet<>(conditionalOn);
        conditions.addAll(known.conditionalOn);
        Instant until = Stream.of(permitUntil, known.permitUntil)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null);
        return new Recalled(Answer.PERMIT, both, conditions, until, recordId);
    }

    private Recalled refusing(boolean denied) {
        return new Recalled(denied ? Answer.DENY : Answer.RESTRICTED, Set.of(), Set.of(), null, recordId);
    }
}
