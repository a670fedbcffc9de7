package vn.edu.privacy.consent.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** Who hears of what happened to a consent, without asking. */
@RealParts
class RecordNewsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private School school;

    @BeforeEach
    void school() {
        school = School.at(port);
    }

    @Test
    @Rule("R-CH-22")
    void theSchoolHearsThatGuardiansDisagreeOnceForEachDecisionThatBringsItAbout() {
        String purpose = school.publishNamed("Ảnh lớp");
        Child child = school.child(5);
        decide(child, child.father(), purpose, "GIVEN");
        decide(child, child.mother(), purpose, "REFUSED");

        JsonNode conflict = told(child, 1).getFirst();
        assertThat(conflict.get("kind").asString()).isEqualTo("CONFLICT");
        assertThat(conflict.get("officersOfSchool").asString()).isEqualTo(School.ID);
        assertThat(conflict.get("recipients")).isEmpty();
        assertThat(conflict.get("purpose").asString()).isEqualTo(purpose);

        decide(child, child.mother(), purpose, "GIVEN");
        decide(child, child.mother(), purpose, "REFUSED");
        assertThat(told(child, 2)).hasSize(2);
    }

    @Test
    @Rule("R-CH-22")
    void aConflictThatAFactBringsAboutIsHeardOfToo() {
        String purpose = school.publishNamed("Ảnh lớp");
        Child child = school.child(5);
        decide(child, child.father(), purpose, "REFUSED");
        school.fatherIsSuspended(child);
        decide(child, child.mother(), purpose, "GIVEN");
        school.fatherIsBack(child);

        assertThat(told(child, 1))
                .extracting(notice -> notice.get("kind").asString())
                .containsExactly("CONFLICT");
    }

    @Test
    void whoMustDecideAnewHearsOnceThatARelationEndedHoweverManyConsentsItEnded() {
        Child child = school.child(5);
        for (String purpose : List.of(school.publishNamed("Ảnh lớp"), school.publishNamed("Xe đưa đón"))) {
            decide(child, child.father(), purpose, "GIVEN");
        }
        school.fatherLeaves(child);

        List<JsonNode> told = told(child, 1);
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.get("kind").asString()).isEqualTo("RELATION_ENDED");
            assertThat(people(notice)).containsExactly(child.mother());
        });
        assertNothingIsDue(child);
    }

    @Test
    void aTransferIsToldToTheFamily() {
        String purpose = school.publishNamed("Ảnh lớp");
        Child child = school.child(9);
        decide(child, child.father(), purpose, "GIVEN");
        school.decide(child, child.self(), Role.STUDENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        school.leaves(child);

        JsonNode notice = told(child, 1).getFirst();
        assertThat(notice.get("kind").asString()).isEqualTo("TRANSFERRED");
        assertThat(people(notice)).containsExactlyInAnyOrder(child.self(), child.father(), child.mother());
    }

    @Test
    @Rule("R-NOT-05")
    void aMajorVersionIsToldToThoseWhoseConsentItMadeStale() {
        String purpose = school.publishNamed("Ảnh lớp");
        Child agreed = school.child(5);
        Child refused = school.child(5);
        decide(agreed, agreed.mother(), purpose, "GIVEN");
        decide(refused, refused.mother(), purpose, "REFUSED");

        school.publishAnew(purpose, "Ảnh lớp và ảnh sân chơi").expectStatus().isCreated();

        JsonNode notice = told(agreed, 1).getFirst();
        assertThat(notice.get("kind").asString()).isEqualTo("NOTICE_CHANGED");
        assertThat(notice.get("purpose").asString()).isEqualTo(purpose);
        assertThat(people(notice)).containsExactlyInAnyOrder(agreed.father(), agreed.mother());
        try (Topic notices = new Topic(Topics.NOTICES, refused.id())) {
            await().during(Duration.ofSeconds(3))
                    .until(() -> notices.events(NoticeDueV1.TYPE).isEmpty());
        }
    }

    private void decide(Child child, UUID person, String purpose, String decision) {
        school.decide(child, person, Role.GUARDIAN, purpose, decision)
                .expectStatus()
                .isCreated();
    }

    private void assertNothingIsDue(Child child) {
        StepVerifier.create(database.sql("select count(*) from announcement_due where student_id = $1")
                        .bind(0, child.id())
                        .mapValue(Long.class)
                        .one())
                .expectNext(0L)
                .verifyComplete();
    }

    private static List<JsonNode> told(Child child, int atLeast) {
        try (Topic notices = new Topic(Topics.NOTICES, child.id())) {
            return await().atMost(SOON)
                    .until(() -> notices.events(NoticeDueV1.TYPE), events -> events.size() >= atLeast);
        }
    }

    private static List<UUID> people(JsonNode notice) {
        return notice.get("recipients")
                .valueStream()
                .map(person -> UUID.fromString(person.asString()))
                .toList();
    }
}
