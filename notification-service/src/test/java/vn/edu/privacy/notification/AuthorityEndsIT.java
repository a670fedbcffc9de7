package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** What becomes of requests when whoever asked may act for the student no longer. */
class AuthorityEndsIT extends RightsCase {
    @Autowired
    private ApplicationContext context;

    @Test
    @Rule("R-CH-10")
    void requestsNobodyDecidedStopWithAReasonWhenTheGuardianshipEnds() {
        UUID access = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
        UUID deletion = delete(motherToken());
        UUID restriction = post(
                        motherToken(),
                        "/v1/requests",
                        Map.of("type", "RESTRICT", "studentId", student, "purposes", List.of(TRANSPORT)))
                .id();

        guardianshipOfTheMotherEnds();

        for (UUID id : List.of(access, deletion, restriction)) {
            JsonNode stopped = awaitState(motherToken(), id, "STOPPED");
            assertThat(stopped.path("stopReason").asString("")).isEqualTo("GUARDIANSHIP_ENDED");
            assertThat(stopped.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(stopped.path("clocks"));
            assertThat(count("select count(*) from notice where kind = 'REQUEST_STOPPED' and person_id = '" + mother
                            + "' and request_id = '" + id + "'"))
                    .isEqualTo(1);
            assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                            .problem())
                    .isEqualTo("409 wrong-state");
        }
        assertThat(Browser.of(context, Role.GUARDIAN, mother)
                        .open("/requests/" + deletion)
                        .html())
                .contains("Đã dừng", "Quan hệ giám hộ đã kết thúc");
    }

    @Test
    void requestGoesOnWhileSomebodyWhoJoinedMayStillAct() {
        UUID id = delete(motherToken());
        assertThat(delete(Tokens.bearer(Role.GUARDIAN, father))).isEqualTo(id);
        guardianshipOfTheMotherEnds();
        awaitRow("select count(*) from known_student where version = 2 and student_id = '" + student + "'");
        assertThat(act(officerInPerson(), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
    }

    @Test
    @Rule("R-CH-24")
    void onThe18thBirthdayARequestOfAParentStopsWithoutAnyEvent() {
        UUID id = delete(motherToken());
        database.sql("update known_student set birth_date = $1 where student_id = $2")
                .bind(0, LocalDate.now().minusYears(18))
                .bind(1, student)
                .then()
                .block();
        JsonNode stopped = awaitState(motherToken(), id, "STOPPED");
        assertThat(stopped.path("stopReason").asString("")).isEqualTo("STUDENT_OF_AGE");
    }

    private void guardianshipOfTheMotherEnds() {
        LocalDate birth = LocalDate.now().minusYears(10);
        Topic.send(
                Topics.ROSTER,
                student,
                StudentChangedV1.TYPE,
                new StudentChangedV1(
                        student,
                        SCHOOL,
                        2,
                        pupil,
                        birth,
                        true,
                        birth.plusYears(6),
                        null,
                        List.of(
                                new StudentChangedV1.Guardianship(
                                        mother, "MOTHER", birth, LocalDate.now().minusDays(1), null, null),
                                new StudentChangedV1.Guardianship(father, "FATHER", birth, null, null, null))));
    }

    private UUID delete(String token) {
        return post(
                        token,
                        "/v1/requests",
                        Map.of(
                                "type",
                                "DELETE",
                                "studentId",
                                student,
                                "purposes",
                                List.of(TRANSPORT),
                                "ground",
                                "NO_LONGER_NEEDED",
                                "risksAccepted",
                                true))
                .id();
    }
}
