package vn.edu.privacy.notification.request.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.request.application.AnswerChanges;
import vn.edu.privacy.notification.request.application.DeletionOutcome;
import vn.edu.privacy.notification.request.application.RestrictionOutcome;
import vn.edu.privacy.notification.request.application.StandingConsents;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.messaging.Intake;

/** Listens to decisions. */
@Configuration(proxyBeanMethods = false)
class RequestMessaging {
    @Bean
    Consumer<Message<byte[]>> decisionsIn(
            Intake intake,
            StandingConsents consents,
            WithdrawalOutcome outcome,
            RestrictionOutcome restrictions,
            DeletionOutcome deletions,
            AnswerChanges changes,
            JsonMapper json) {
        return intake.into("decisions", new DecisionEvents(consents, outcome, restrictions, deletions, changes, json));
    }
}
