package vn.edu.privacy.notification.request.messaging;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.WithdrawalAppliedV1;
import vn.edu.privacy.contracts.events.WithdrawalRefusedV1;
import vn.edu.privacy.notification.request.application.StandingConsents;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Hears what consent-service records: who decided what, and what became of instructed withdrawals. */
final class DecisionEvents implements EventHandler {
    private static final String WITHDRAWN = "WITHDRAWN";

    private final StandingConsents consents;
    private final WithdrawalOutcome outcome;
    private final JsonMapper json;

    DecisionEvents(StandingConsents consents, WithdrawalOutcome outcome, JsonMapper json) {
        this.consents = consents;
        this.outcome = outcome;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case DecisionRecordedV1.TYPE -> recorded(event.as(DecisionRecordedV1.class, json));
            case WithdrawalAppliedV1.TYPE -> applied(event.as(WithdrawalAppliedV1.class, json));
            case WithdrawalRefusedV1.TYPE -> refused(event.as(WithdrawalRefusedV1.class, json));
            default -> Mono.empty();
        };
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
        return decision.decision().equals(WITHDRAWN) && decision.requestId() == null
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
