package vn.edu.privacy.notification.guardianship;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.messaging.Intake;

/** Listens to the roster. */
@Configuration(proxyBeanMethods = false)
class GuardianshipConfiguration {
    @Bean
    Consumer<Message<byte[]>> rosterIn(
            Intake intake,
            DatabaseClient database,
            JsonMapper json,
            Clock clock,
            @Value("${privacy.roster.max-lag}") Duration maxLag,
            AuthorityChanges changes) {
        return intake.into("roster", new RosterEvents(database, json, clock, maxLag, changes));
    }
}
