package vn.edu.privacy.consent.consent.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ConsentEvents.WithdrawalRefusal;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.Students;

/**
 * Carries out a withdrawal that a person confirmed at notification-service (Decree 13 art. 12.4), purpose by purpose: the
 * requester's authority is checked again, and a decision of theirs that is newer than those named stands. Each purpose is
 * answered by an event, applied or refused.
 */
public final class ApplyInstructedWithdrawal {
    private static final String METHOD = "RIGHTS_REQUEST";

    private final Students students;
    private final Purposes purposes;
    private final Consents consents;
    private final LedgerWriter ledger;
    private final ConsentEvents events;
    private final Clock clock;

    /** Collaborators: roster, catalogue, ledger, events and time. */
    public ApplyInstructedWithdrawal(
            Students students,
            Purposes purposes,
            Consents consents,
            LedgerWriter ledger,
            ConsentEvents events,
            Clock clock) {
        this.students = students;
        this.purposes = purposes;
        this.consents = consents;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Applies or refuses each item. */
    public Mono<Void> apply(Instruction instruction) {
        return consents.lock(instruction.studentId())
                .then(students.acting(instruction.requester(), instruction.studentId())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .flatMap(acting -> Flux.fromIterable(instruction.items())
                        .concatMap(item -> acting.map(as -> apply(instruction, item, as))
                                .orElseGet(() -> refuse(instruction, item, WithdrawalRefusal.NO_AUTHORITY)))
                        .then());
    }

    private Mono<Void> apply(Instruction instruction, Item item, Acting acting) {
        return purposes.current(item.purpose())
                .filter(purpose -> purpose.basis().needsConsent())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(purpose -> purpose.map(known -> apply(instruction, item, acting, known))
                        .orElseGet(() -> refuse(instruction, item, WithdrawalRefusal.UNKNOWN_PURPOSE)));
    }

    private Mono<Void> apply(Instruction instruction, Item item, Acting acting, PublishedPurpose purpose) {
        LedgerWriter.Wanted wanted =
                LedgerWriter.Wanted.withdrawal(purpose, METHOD, Optional.of(instruction.requestId()), Particulars.NONE);
        return agreedAgain(instruction, item, acting.party())
                .flatMap(again -> again
                        ? refuse(instruction, item, WithdrawalRefusal.NEWER_DECISION)
                        : ledger.append(instruction.studentId(), acting, List.of(wanted))
                                .flatMap(recorded -> events.withdrawalApplied(
                                        instruction.requestId(),
                                        recorded.getFirst().entry()))
                                .onErrorResume(
                                        DecisionRefused.class, refused -> refuse(instruction, item, reason(refused))));
    }

    /**
     * Whether the party agreed again after confirming: its own newest decision on the purpose is GIVEN, newer than
     * every one named, and was decided after the confirmation. Who confirms may not yet have heard of the newest consent
     * that the person is withdrawing, so that its place in the ledger alone does not say that it came later.
     */
    private Mono<Boolean> agreedAgain(Instruction instruction, Item item, UUID party) {
        long newestNamed = item.seqs().stream().mapToLong(Long::longValue).max().orElse(0);
        return consents.entries(instruction.studentId())
                .filter(LedgerEntry::isDecision)
                .filter(entry ->
                        entry.party().equals(party) && entry.key().purpose().equals(item.purpose()))
                .reduce((older, newer) -> newer)
                .map(own -> own.kind() == EntryKind.GIVEN
                        && own.seq() > newestNamed
                        && own.decidedAt().isAfter(instruction.confirmedAt()))
                .defaultIfEmpty(false);
    }

    private static WithdrawalRefusal reason(DecisionRefused refused) {
        return switch (refused.reason()) {
            case NOT_ASKED_OF_YOU, OUTSIDE_MANDATE, UNKNOWN_STUDENT -> WithdrawalRefusal.NO_AUTHORITY;
            default -> WithdrawalRefusal.NOTHING_TO_WITHDRAW;
        };
    }

    private Mono<Void> refuse(Instruction instruction, Item item, WithdrawalRefusal why) {
        return events.withdrawalRefused(
                instruction.requestId(), instruction.studentId(), item.purpose(), why, clock.instant());
    }

    /**
     * What was confirmed.
     *
     * @param requestId the data subject request
     * @param studentId about whom
     * @param requester who withdraws
     * @param items what
     * @param confirmedAt when the requester confirmed it
     */
    public record Instruction(UUID requestId, UUID studentId, UUID requester, List<Item> items, Instant confirmedAt) {}

    /**
     * One purpose.
     *
     * @param purpose its code
     * @param seqs the decisions withdrawn
     */
    public record Item(String purpose, List<Long> seqs) {}
}
