package vn.edu.privacy.notification.request.messaging;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.ErasureAppliedV1;
import vn.edu.privacy.contracts.events.ErasureRefusedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.RestrictionAppliedV1;
import vn.edu.privacy.contracts.events.RestrictionRefusedV1;
import vn.edu.privacy.contracts.events.WithdrawalAppliedV1;
import vn.edu.privacy.contracts.events.WithdrawalRefusedV1;
import vn.edu.privacy.notification.request.application.AnswerChange;
import vn.edu.privacy.notification.request.application.AnswerChange.Answer;
import vn.edu.privacy.notification.request.application.AnswerChanges;
import vn.edu.privacy.notification.request.application.DeletionOutcome;
import vn.edu.privacy.notification.request.application.RestrictionOutcome;
import vn.edu.privacy.notification.request.application.StandingConsents;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Hears what consent-service records: who decided what, and what became of instructed withdrawals. */
final class DecisionEvents implements EventHandler {
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final String LIFT = "LIFT";

    private final StandingConsents consents;
    private final WithdrawalOutcome outcome;
    private final RestrictionOutcome restrictions;
    private final DeletionOutcome deletions;
    private final AnswerChanges changes;
    private final JsonMapper json;

    DecisionEvents(
            StandingConsents consents,
            WithdrawalOutcome outcome,
            RestrictionOutcome restrictions,
            DeletionOutcome deletions,
            AnswerChanges changes,
            JsonMapper json) {
        this.consents = consents;
        this.outcome = outcome;
        this.restrictions = restrictions;
        this.deletions = deletions;
        this.changes = changes;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case DecisionRecordedV1.TYPE -> recorded(event.as(DecisionRecordedV1.class, json));
            case RecordChangedV1.TYPE -> changed(event.as(RecordChangedV1.class, json));
            case WithdrawalAppliedV1.TYPE -> applied(event.as(WithdrawalAppliedV1.class, json));
            case WithdrawalRefusedV1.TYPE -> refused(event.as(WithdrawalRefusedV1.class, json));
            case RestrictionAppliedV1.TYPE -> applied(event.as(RestrictionAppliedV1.class, json));
            case RestrictionRefusedV1.TYPE -> refused(event.as(RestrictionRefusedV1.class, json));
            case ErasureAppliedV1.TYPE -> applied(event.as(ErasureAppliedV1.class, json));
            case ErasureRefusedV1.TYPE -> refused(event.as(ErasureRefusedV1.class, json));
            default -> Mono.empty();
        };
    }

    /** Nobody asked, yet the answer is another: a birthday, an order, a notice, a purpose that ended. */
    private Mono<Void> changed(RecordChangedV1 record) {
        return changes.heard(new AnswerChange(
                record.recordId(),
                record.studentId(),
                record.schoolId(),
                record.purpose(),
                record.cause(),
                Answer.valueOf(record.previousAnswer()),
                Answer.valueOf(record.answer()),
                record.changedAt()));
    }

    /** What a request instructed has its request; what a person withdrew at consent-service itself gets one. */
    private Mono<Void> recorded(DecisionRecordedV1 decision) {
        Mono<Void> heard = consents.hear(new StandingConsents.Heard(
                decision.studentId(),
                decision.schoolId(),
                decision.purpose(),
                decision.period(),
                decision.party(),
                decision.seq(),
                decision.decision(),
                decision.purposeVersion(),
                decision.decidedAt()));
        if (!decision.decision().equals(WITHDRAWN)) {
            return heard.then(changes.heard(new AnswerChange(
                    decision.recordId(),
                    decision.studentId(),
                    decision.schoolId(),
                    decision.purpose(),
                    "DECISION",
                    Answer.valueOf(decision.previousAnswer()),
                    Answer.valueOf(decision.answer()),
                    decision.decidedAt())));
        }
        return decision.requestId() == null
                ? heard.then(outcome.recorded(new WithdrawalOutcome.Recorded(
                        decision.decisionId(),
                        decision.seq(),
                        decision.studentId(),
                        decision.schoolId(),
                        decision.party(),
                        decision.purpose(),
                        decision.purposeVersion(),
                        decision.decidedAt())))
                : heard;
    }

    private Mono<Void> applied(WithdrawalAppliedV1 applied) {
        return outcome.applied(applied.requestId(), applied.purpose(), applied.appliedAt());
    }

    private Mono<Void> refused(WithdrawalRefusedV1 refused) {
        return outcome.refused(refused.requestId(), refused.purpose(), refused.reason(), refused.refusedAt());
    }

    private Mono<Void> applied(RestrictionAppliedV1 applied) {
        return applied.action().equals(LIFT)
                ? restrictions.lifted(applied.requestId(), applied.purpose(), applied.appliedAt())
                : restrictions.restricted(applied.requestId(), applied.purpose(), applied.appliedAt());
    }

    /** Requests name their purposes, so that each answer names one. */
    private Mono<Void> refused(RestrictionRefusedV1 refused) {
        String purpose = refused.purpose();
        if (purpose == null) {
            return Mono.empty();
        }
        return refused.action().equals(LIFT)
                ? restrictions.notLifted(refused.requestId(), purpose, refused.reason(), refused.refusedAt())
                : restrictions.notRestricted(refused.requestId(), purpose, refused.reason(), refused.refusedAt());
    }

    /** Without a purpose it concerns all that a request about everything asked for. */
    private Mono<Void> applied(ErasureAppliedV1 applied) {
        String purpose = applied.purpose();
        return purpose == null
                ? deletions.erased(applied.requestId(), applied.erasedAt())
                : deletions.erased(applied.requestId(), purpose, applied.erasedAt());
    }

    private Mono<Void> refused(ErasureRefusedV1 refused) {
        String purpose = refused.purpose();
        return purpose == null
                ? deletions.notErased(refused.requestId(), refused.reason(), refused.refusedAt())
                : deletions.notErased(refused.requestId(), purpose, refused.reason(), refused.refusedAt());
    }
}
