package vn.edu.privacy.notification.request.messaging;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.WithdrawalAppliedV1;
import vn.edu.privacy.contracts.events.WithdrawalRefusedV1;
import vn.edu.privacy.notification.request.application.AnswerChange;
import vn.edu.privacy.notification.request.application.AnswerChange.Answer;
import vn.edu.privacy.notification.request.application.AnswerChanges;
import vn.edu.privacy.notification.request.application.StandingConsents;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Hears what consent-service records: who decided what, and what became of instructed withdrawals. */
final class DecisionEvents implements EventHandler {
    private static final String WITHDRAWN = "WITHDRAWN";

    private final StandingConsents consents;
    private final WithdrawalOutcome outcome;
    private final AnswerChanges changes;
    private final JsonMapper json;

    DecisionEvents(StandingConsents consents, WithdrawalOutcome outcome, AnswerChanges changes, JsonMapper json) {
        this.consents = consents;
        this.outcome = outcome;
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
}
