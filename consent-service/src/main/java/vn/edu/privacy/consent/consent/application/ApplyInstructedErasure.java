package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Erasure.Ground;
import vn.edu.privacy.consent.consent.application.Erasure.Scope;
import vn.edu.privacy.consent.consent.application.InstructionAnswers.ErasureRefusal;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentErasure;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/**
 * Carries out an erasure that was confirmed and approved at notification-service, or says why the law does not let it
 * (Decree 13 art. 16.2, Law 91 art. 14.2). Answered by one event.
 */
public final class ApplyInstructedErasure {
    private final Students students;
    private final StudentErasure roster;
    private final Purposes purposes;
    private final Consents consents;
    private final Erasures erasures;
    private final EraseData erase;
    private final InstructionAnswers answers;
    private final Clock clock;

    /** Collaborators: roster, catalogue, ledger, journal, the erasing itself, answers and time. */
    public ApplyInstructedErasure(
            Students students,
            StudentErasure roster,
            Purposes purposes,
            Consents consents,
            Erasures erasures,
            EraseData erase,
            InstructionAnswers answers,
            Clock clock) {
        this.students = students;
        this.roster = roster;
        this.purposes = purposes;
        this.consents = consents;
        this.erasures = erasures;
        this.erase = erase;
        this.answers = answers;
        this.clock = clock;
    }

    /** Erases or refuses. What a request has done already, on that purpose, is not done again, but told again. */
    public Mono<Void> apply(Instruction instruction) {
        // the roster's row before the ledger's, as synchronisations take them
        return roster.lock(instruction.studentId())
                .then(consents.lock(instruction.studentId()))
                .flatMap(head -> erasures.of(instruction.studentId())
                        .collectList()
                        .flatMap(earlier -> apply(instruction, earlier, now(head))));
    }

    private Mono<Void> apply(Instruction instruction, List<Erasure> earlier, Instant now) {
        for (Erasure done : earlier) {
            if (done.answers(instruction.requestId(), instruction.purpose())) {
                return answers.erasureApplied(done);
            }
            if (done.scope() == Scope.STUDENT) {
                return refuse(instruction, ErasureRefusal.ALREADY_ERASED, now);
            }
        }
        return refusal(instruction, now)
                .map(why -> refuse(instruction, why, now))
                .defaultIfEmpty(erase(instruction, now))
                .flatMap(outcome -> outcome);
    }

    private Mono<Void> erase(Instruction instruction, Instant now) {
        Erasure erasure = new Erasure(
                instruction.studentId(),
                instruction.requestId(),
                instruction.scope(),
                instruction.purpose(),
                instruction.ground(),
                instruction.by(),
                now);
        // the journal is on its way before anybody is told that it is done
        return erase.erase(erasure)
                .then(erasures.of(erasure.studentId()).collectList())
                .flatMap(all -> answers.erasuresNoted(erasure.studentId(), all))
                .then(answers.erasureApplied(erasure));
    }

    private Mono<ErasureRefusal> refusal(Instruction instruction, Instant now) {
        return mayAsk(instruction)
                .flatMap(facts -> facts.isEmpty()
                        ? Mono.just(ErasureRefusal.NO_AUTHORITY)
                        : atOwnRisk(instruction)
                                ? Mono.just(ErasureRefusal.RISKS_NOT_ACCEPTED)
                                : keptBack(instruction, facts.get(), now)
                                        .switchIfEmpty(Mono.defer(() -> unapproved(instruction))));
    }

    /** A withdrawal suffices (art. 20.3.b, R-CH-04) as long as it stands; everything else a second person approves. */
    private Mono<ErasureRefusal> unapproved(Instruction instruction) {
        UUID approver = instruction.approvedBy();
        if (approver != null && !approver.equals(instruction.by())) {
            return Mono.empty();
        }
        return withdrew(instruction).filter(withdrew -> !withdrew).map(agreed -> ErasureRefusal.SECOND_PERSON_NEEDED);
    }

    private Mono<Boolean> withdrew(Instruction instruction) {
        if (instruction.ground() != Ground.WITHDRAWN || instruction.requester() == null) {
            return Mono.just(false);
        }
        return consents.entries(instruction.studentId())
                .filter(entry -> entry.isDecision()
                        && entry.party().equals(instruction.requester())
                        && entry.key().purpose().equals(instruction.purpose()))
                .collectList()
                .map(own -> !own.isEmpty() && own.getLast().kind() == EntryKind.WITHDRAWN);
    }

    /** The student's facts, if whoever asks may; an authority speaks through an officer only. */
    private Mono<Optional<StudentFacts>> mayAsk(Instruction instruction) {
        UUID requester = instruction.requester();
        Mono<StudentFacts> facts = students.facts(instruction.studentId());
        if (requester == null) {
            return facts.map(Optional::of).defaultIfEmpty(Optional.empty());
        }
        return instruction.ground() == Ground.AUTHORITY
                ? Mono.just(Optional.empty())
                : students.capacity(requester, instruction.studentId())
                        .flatMap(capacity -> facts)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }

    private static boolean atOwnRisk(Instruction instruction) {
        return instruction.requester() != null && instruction.ground().atOwnRisk() && !instruction.risksAccepted();
    }

    private Mono<ErasureRefusal> keptBack(Instruction instruction, StudentFacts facts, Instant now) {
        String code = instruction.purpose();
        if (code == null) {
            LocalDate today = LocalDate.ofInstant(now, ConsentRules.ZONE);
            boolean here = facts.enrolments().stream()
                    .anyMatch(stay -> stay.until() == null || stay.until().isAfter(today));
            return here && instruction.ground() != Ground.AUTHORITY
                    ? Mono.just(ErasureRefusal.STILL_ENROLLED)
                    : Mono.empty();
        }
        return purposes.current(code)
                .map(purpose -> purpose.basis().needsConsent()
                        ? Optional.<ErasureRefusal>empty()
                        : Optional.of(ErasureRefusal.KEPT_BY_LAW))
                .defaultIfEmpty(Optional.of(ErasureRefusal.UNKNOWN_PURPOSE))
                .flatMap(Mono::justOrEmpty);
    }

    private Instant now(Consents.Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(head.lastAt()) ? head.lastAt() : now;
    }

    private Mono<Void> refuse(Instruction instruction, ErasureRefusal why, Instant now) {
        return answers.erasureRefused(
                instruction.requestId(), instruction.studentId(), instruction.scope(), instruction.purpose(), why, now);
    }

    /**
     * What was confirmed and approved.
     *
     * @param requestId the data subject request
     * @param studentId about whom
     * @param requester who asks; absent when an officer does
     * @param by who asks, the requester or the officer
     * @param scope how much
     * @param purpose the purpose, when it is about one
     * @param ground why
     * @param risksAccepted whether the requester accepts the damage that may follow
     * @param approvedBy who approved it; absent where the requester's withdrawal suffices
     */
    public record Instruction(
            UUID requestId,
            UUID studentId,
            @Nullable UUID requester,
            UUID by,
            Scope scope,
            @Nullable String purpose,
            Ground ground,
            boolean risksAccepted,
            @Nullable UUID approvedBy) {
        public Instruction {
            if ((scope == Scope.PURPOSE) != (purpose != null)) {
                throw new IllegalArgumentException("an erasure names a purpose when, and only when, it is about one");
            }
        }
    }
}
