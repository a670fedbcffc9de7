package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** A consent ends on its instant: the check before it permits, the one on it does not, though no job has run. */
@RealParts
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.consents.expiry-interval=P1000D")
class EndsIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ClockAhead clock;

    private School school;

    @BeforeEach
    void school() {
        clock.reset();
        school = School.at(port);
    }

    @Test
    @Rule("R-CON-09")
    void withThePurpose() {
        LocalDate lastDay = School.today().plusDays(10);
        String purpose = publish(Map.of("periodKind", "OPEN_ENDED", "processingUntil", lastDay.toString()));
        Child child = school.child(5);
        give(child, purpose, Map.of());

        endsAfter(child, purpose, lastDay, "PURPOSE_NOT_ACTIVE");
    }

    @Test
    @Rule("R-CON-09")
    void withTheSchoolYearOnTheLastOfJuly() {
        String purpose = publish(Map.of("periodKind", "SCHOOL_YEAR"));
        Child child = school.child(10);
        give(child, purpose, Map.of());
        school.decide(child, child.self(), Role.STUDENT, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
        LocalDate today = School.today();
        LocalDate lastDay = LocalDate.of(today.getMonthValue() < 8 ? today.getYear() : today.getYear() + 1, 7, 31);

        endsAfter(child, purpose, lastDay, "NO_VALID_CONSENT");
    }

    @Test
    @Rule("R-CON-07")
    void withTheLastDayThatTheFamilyGranted() {
        LocalDate lastDay = School.today().plusDays(3);
        String purpose = publish(Map.of("periodKind", "OPEN_ENDED"));
        Child child = school.child(5);
        give(child, purpose, Map.of("lastDay", lastDay.toString()));

        endsAfter(child, purpose, lastDay, "NO_VALID_CONSENT");
    }

    @Test
    @Rule("R-CON-07")
    void theOthersOpenEndOutlivesOneGuardiansLastDayAtTheSamePlace() {
        LocalDate lastDay = School.today().plusDays(3);
        String purpose = publish(Map.of("periodKind", "OPEN_ENDED"));
        Child child = school.child(5);
        give(child, purpose, Map.of("lastDay", lastDay.toString()));
        school.decide(child, child.father(), Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();

        clock.to(after(lastDay));

        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
    }

    private void endsAfter(Child child, String purpose, LocalDate lastDay, String reason) {
        Instant end = after(lastDay);
        clock.to(end.minusSeconds(5));
        JsonNode before = school.check(child, purpose);
        assertThat(before.get("answer").asString()).isEqualTo("PERMIT");
        assertThat(before.get("consentEnds").asString()).isEqualTo(end.toString());
        clock.to(end);
        JsonNode after = school.check(child, purpose);
        assertThat(after.get("answer").asString()).isEqualTo("DENY");
        assertThat(after.at("/reasons/0/code").asString()).isEqualTo(reason);
        assertThat(asked(child, purpose, end.minusMillis(1))).isEqualTo("PERMIT");
        assertThat(asked(child, purpose, end)).isEqualTo("DENY");
        assertThat(database.sql("select distinct answer from consent_record where student_id = $1")
                        .bind(0, child.id())
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .as("no job has touched the record")
                .containsExactly("PERMIT");
    }

    private String asked(Child child, String purpose, Instant at) {
        return School.json(school.check(School.ID, child, purpose, Map.of("at", at))
                        .expectStatus()
                        .isOk())
                .get("answer")
                .asString();
    }

    private static Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private String publish(Map<String, Object> terms) {
        String code = TestPurpose.newCode("ends");
        Map<String, Object> draft = new HashMap<>(TestPurpose.draft(code, "Hồ sơ sức khỏe"));
        draft.putAll(terms);
        school.post("/v1/purposes", Tokens.system(Role.DATA_PROTECTION_OFFICER), draft)
                .expectStatus()
                .isCreated();
        return code;
    }

    private void give(Child child, String purpose, Map<String, Object> limits) {
        String notice = school.serve(child, child.mother(), Role.GUARDIAN, purpose)
                .get("id")
                .asString();
        Map<String, Object> item = new HashMap<>(School.answer(purpose, "GIVEN", notice));
        item.putAll(limits);
        school.decisions(child, child.mother(), Role.GUARDIAN, item)
                .expectStatus()
                .isCreated();
    }
}
