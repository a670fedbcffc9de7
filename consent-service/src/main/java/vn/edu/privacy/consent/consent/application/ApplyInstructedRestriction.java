package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.InstructionAnswers.RestrictionRefusal;

/**
 * Carries out a restriction or an objection that a person confirmed at notification-service, or its lifting (Decree 13
 * art. 9.6, 9.8; Law 91 art. 10.1), purpose by purpose. Each is answered by an event, applied or refused.
 */
public final class ApplyInstructedRestriction {
    private final RestrictProcessing restrict;
    private final Consents consents;
    private final InstructionAnswers answers;
    private final Clock clock;

    /** Collaborators: restriction of one purpose, records, answers and time. */
    public ApplyInstructedRestriction(
            RestrictProcessing restrict, Consents consents, InstructionAnswers answers, Clock clock) {
        this.restrict = restrict;
        this.consents = consents;
        this.answers = answers;
        this.clock = clock;
    }

    /** Applies or refuses each purpose. */
    public Mono<Void> apply(Instruction instruction) {
        return purposes(instruction)
                .flatMap(purposes -> purposes.isEmpty()
                        ? refuse(instruction, null, RestrictionRefusal.NO_RECORDS)
                        : Flux.fromIterable(purposes)
                                .concatMap(purpose -> apply(instruction, purpose))
                                .then());
    }

    private Mono<List<String>> purposes(Instruction instruction) {
        return instruction.everyPurpose()
                ? consents.records(instruction.studentId())
                        .map(record -> record.key().purpose())
                        .distinct()
                        .sort()
                        .collectList()
                : Mono.just(instruction.purposes().stream().distinct().toList());
    }

    private Mono<Void> apply(Instruction instruction, String purpose) {
        return restrict.apply(
                        instruction.studentId(),
                        purpose,
                        instruction.requester(),
                        instruction.imposed(),
                        instruction.objection() ? "OBJECTION" : "RESTRICTION_REQUEST",
                        instruction.requestId(),
                        instruction.confirmedAt())
                .flatMap(entry -> answers.restrictionApplied(instruction.requestId(), entry))
                .onErrorResume(ActRefused.class, refused -> refuse(instruction, purpose, reason(refused)));
    }

    private static RestrictionRefusal reason(ActRefused refused) {
        return switch (refused.reason()) {
            case NO_AUTHORITY -> RestrictionRefusal.NO_AUTHORITY;
            case UNKNOWN_PURPOSE -> RestrictionRefusal.UNKNOWN_PURPOSE;
            case PROCESSED_UNDER_LAW -> RestrictionRefusal.PROCESSED_UNDER_LAW;
            case ALREADY_RESTRICTED -> RestrictionRefusal.ALREADY_RESTRICTED;
            case NOTHING_TO_LIFT -> RestrictionRefusal.NOTHING_TO_LIFT;
            case NEWER_RESTRICTION -> RestrictionRefusal.NEWER_RESTRICTION;
            default -> throw refused;
        };
    }

    private Mono<Void> refuse(Instruction instruction, @Nullable String purpose, RestrictionRefusal why) {
        return answers.restrictionRefused(
                instruction.requestId(), instruction.studentId(), purpose, instruction.imposed(), why, clock.instant());
    }

    /**
     * What was confirmed.
     *
     * @param requestId the data subject request
     * @param studentId about whom
     * @param requester who asks
     * @param imposed false to lift what the requester had restricted
     * @param objection whether it is an objection
     * @param everyPurpose whether it is about every purpose on which the student has a record
     * @param purposes which purposes otherwise
     * @param confirmedAt when the requester confirmed it
     */
    public record Instruction(
            UUID requestId,
            UUID studentId,
            UUID requester,
            boolean imposed,
            boolean objection,
            boolean everyPurpose,
            List<String> purposes,
            Instant confirmedAt) {
        public Instruction {
            purposes = List.copyOf(purposes);
        }
    }
}
