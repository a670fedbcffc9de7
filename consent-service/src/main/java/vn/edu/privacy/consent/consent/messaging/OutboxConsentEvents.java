package vn.edu.privacy.consent.consent.messaging;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ConsentEvents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.RecordKey;
import vn.edu.privacy.consent.consent.application.StoredRecord;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.contracts.events.WithdrawalAppliedV1;
import vn.edu.privacy.contracts.events.WithdrawalRefusedV1;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Tells of consents by the outbox, keyed by student. */
final class OutboxConsentEvents implements ConsentEvents {
    private final Outbox outbox;

    OutboxConsentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> recorded(LedgerEntry entry, Evaluation after, Answer before) {
        return entry.isDecision() ? decided(entry, after, before) : acted(entry, after, before);
    }

    private Mono<Void> decided(LedgerEntry entry, Evaluation after, Answer before) {
        return tell(
                entry.key().studentId(),
                DecisionRecordedV1.TYPE,
                new DecisionRecordedV1(
                        entry.decisionId(),
                        entry.key().studentId(),
                        entry.seq(),
                        entry.key().schoolId(),
                        entry.key().purpose(),
                        entry.purposeVersion(),
                        entry.key().period(),
                        entry.kind().name(),
                        entry.party(),
                        entry.decidedAs().name(),
                        entry.method(),
                        entry.requestId(),
                        entry.decidedAt(),
                        entry.recordId(),
                        after.state().name(),
                        after.answer().name(),
                        before.name()));
    }

    private Mono<Void> acted(LedgerEntry entry, Evaluation after, Answer before) {
        return changed(
                entry.key(), entry.recordId(), after.state(), after.answer(), before, cause(entry), entry.decidedAt());
    }

    private static Cause cause(LedgerEntry entry) {
        return switch (entry.kind()) {
            case CHECK_CONFIRMED, CHECK_REJECTED -> Cause.CHECK;
            case SETTLED_GIVEN, SETTLED_REFUSED -> Cause.SETTLEMENT;
            case ENDED_BY_ORDER -> Cause.ORDER;
            case RESTRICTED, RESTRICTION_LIFTED -> Cause.RESTRICTION;
            case ERASED -> Cause.ERASURE;
            case LEFT_OUT, READ_AS_GIVEN, READ_AS_REFUSED, READ_AS_WITHDRAWN -> Cause.CORRECTION;
            case GIVEN, REFUSED, WITHDRAWN -> throw new IllegalStateException(entry.kind() + " is a decision");
        };
    }

    @Override
    public Mono<Void> withdrawalApplied(UUID requestId, LedgerEntry entry) {
        return tell(
                entry.key().studentId(),
                WithdrawalAppliedV1.TYPE,
                new WithdrawalAppliedV1(
                        requestId,
                        entry.key().studentId(),
                        entry.key().schoolId(),
                        entry.key().purpose(),
                        entry.decisionId(),
                        entry.seq(),
                        entry.decidedAt()));
    }

    @Override
    public Mono<Void> withdrawalRefused(
            UUID requestId, UUID studentId, String purpose, WithdrawalRefusal why, Instant at) {
        return tell(
                studentId,
                WithdrawalRefusedV1.TYPE,
                new WithdrawalRefusedV1(requestId, studentId, purpose, why.name(), at));
    }

    @Override
    public Mono<Void> changed(
            StoredRecord record, ConsentState state, Answer answer, Answer before, Cause cause, Instant at) {
        return changed(record.key(), record.recordId(), state, answer, before, cause, at);
    }

    private Mono<Void> changed(
            RecordKey key, UUID recordId, ConsentState state, Answer answer, Answer before, Cause cause, Instant at) {
        return tell(
                key.studentId(),
                RecordChangedV1.TYPE,
                new RecordChangedV1(
                        recordId,
                        key.studentId(),
                        key.schoolId(),
                        key.purpose(),
                        key.period(),
                        state.name(),
                        answer.name(),
                        before.name(),
                        cause.name(),
                        at));
    }

    private Mono<Void> tell(UUID studentId, String type, Object data) {
        return outbox.append(new OutgoingEvent(Topics.DECISIONS, studentId.toString(), type, data));
    }
}
