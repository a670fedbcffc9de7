package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.consent.application.ExpireConsents;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** A PERMIT that ends by itself: the next check knows it, and others are told to stop. */
@RealParts
class ExpiryIT {
    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ExpireConsents expireConsents;

    @Test
    @Rule({"R-CH-02", "R-CH-25"})
    void aBirthdayEndsThePermitOnTheInstantAndOthersAreToldOnce() {
        School school = School.at(port);
        String purpose = "trip-" + UUID.randomUUID().toString().substring(0, 8);
        school.publish(purpose).expectStatus().isCreated();
        Child child = school.child(6);
        school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
        theChildTurnedSevenToday(child);
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
        StepVerifier.create(expireConsents.run().then(expireConsents.run())).verifyComplete();
        try (Topic decisions = new Topic(Topics.DECISIONS, child.id())) {
            JsonNode told = await().atMost(Duration.ofSeconds(20))
                    .until(() -> decisions.events(RecordChangedV1.TYPE), events -> !events.isEmpty())
                    .getFirst();
            assertThat(told.get("state").asString()).isEqualTo("AWAITING_PARTY");
            assertThat(told.get("previousAnswer").asString()).isEqualTo("PERMIT");
            assertThat(told.get("answer").asString()).isEqualTo("DENY");
            assertThat(told.get("cause").asString()).isEqualTo("TIME");
            assertThat(decisions.events(RecordChangedV1.TYPE)).hasSize(1);
        }
    }

    /** Moves time by moving what the roster and the record say, as if it had been so when the parent decided. */
    private void theChildTurnedSevenToday(Child child) {
        StepVerifier.create(database.sql("update student set birth_date = :birth where student_id = :id")
                        .bind("birth", School.today().minusYears(7))
                        .bind("id", child.id())
                        .then()
                        .then(database.sql("update consent_record set answer_until = now() - interval '1 second'"
                                        + " where student_id = :id")
                                .bind("id", child.id())
                                .then()))
                .verifyComplete();
    }
}
