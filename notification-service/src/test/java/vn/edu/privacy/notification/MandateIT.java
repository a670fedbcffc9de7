package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.RepresentationChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** What a representative may ask whose authorisation is limited, and what becomes of it when the authorisation ends. */
class MandateIT extends RightsCase {
    private final UUID representative = UUID.randomUUID();

    @Autowired
    private ApplicationContext context;

    @Test
    @Rule("R-CON-11")
    void whoIsAuthorisedForSomePurposesAsksAboutThoseAlone() {
        authorise(List.of(TRANSPORT), List.of());

        assertThat(ask(Map.of("type", "RESTRICT", "purposes", List.of(TRANSPORT)))
                        .text("state"))
                .isEqualTo("AWAITING_CONFIRMATION");
        assertThat(delete(List.of(TRANSPORT)).text("state")).isEqualTo("RECEIVED");
        assertThat(delete(List.of("marks")).problem()).isEqualTo("422 outside-mandate");
        assertThat(delete(List.of(TRANSPORT, "marks")).problem()).isEqualTo("422 outside-mandate");
        for (String about : List.of("ACCESS", "PROVIDE")) {
            assertThat(ask(Map.of("type", about)).problem()).as(about).isEqualTo("422 outside-mandate");
        }
        assertThat(post(
                                Tokens.bearer(Role.GUARDIAN, stranger),
                                "/v1/requests",
                                Map.of("type", "ACCESS", "studentId", student))
                        .status())
                .as("who has no authorisation at all learns nothing")
                .isEqualTo(404);
    }

    @Test
    @Rule("R-CON-11")
    void whoIsAuthorisedForSomeKindsOfRequestsSendsThoseAlone() {
        authorise(List.of(), List.of("ACCESS", "COMPLAIN"));

        assertThat(ask(Map.of("type", "COMPLAIN", "reason", "Không được trả lời."))
                        .status())
                .isEqualTo(201);
        assertThat(ask(Map.of("type", "PROVIDE")).problem()).isEqualTo("422 outside-mandate");
        assertThat(delete(List.of(TRANSPORT)).problem()).isEqualTo("422 outside-mandate");
        UUID access = ask(Map.of("type", "ACCESS")).id();
        assertThat(act(officerInPerson(), "/v1/requests/" + access + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
        release(access);
        awaitState(token(), access, "AVAILABLE");
        assertThat(get(token(), "/v1/requests/" + access + "/personal-data").status())
                .isEqualTo(200);
    }

    @Test
    @Rule("R-CON-11")
    void requestsStopAndSaySoWhenTheAuthorisationIsRevoked() {
        RepresentationChangedV1 given = authorise(List.of(TRANSPORT), List.of());
        UUID deletion = delete(List.of(TRANSPORT)).id();
        UUID restriction =
                ask(Map.of("type", "RESTRICT", "purposes", List.of(TRANSPORT))).id();

        tell(new RepresentationChangedV1(
                given.representationId(),
                student,
                2,
                mother,
                representative,
                given.purposes(),
                given.from(),
                given.until(),
                false));

        for (UUID id : List.of(deletion, restriction)) {
            JsonNode stopped = awaitState(token(), id, "STOPPED");
            assertThat(stopped.path("stopReason").asString("")).isEqualTo("MANDATE_ENDED");
            assertThat(stopped.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(stopped.path("clocks"));
            assertThat(count("select count(*) from notice where kind = 'REQUEST_STOPPED' and person_id = '"
                            + representative + "' and request_id = '" + id + "'"))
                    .isEqualTo(1);
        }
        assertThat(act(officerInPerson(), "/v1/requests/" + deletion + "/approval", Map.of())
                        .problem())
                .isEqualTo("409 wrong-state");
        Browser browser = Browser.of(context, Role.GUARDIAN, representative);
        assertThat(browser.open("/requests/" + deletion).html()).contains("Đã dừng", "Việc ủy quyền đã kết thúc");
        assertThat(browser.open("/requests/" + deletion + "?lang=en").html())
                .contains("The authorisation has ended, was revoked");
        assertThat(delete(List.of(TRANSPORT)).status()).isEqualTo(404);
    }

    @Test
    void requestStopsOnTheDayTheAuthorisationIsOverWithoutAnyEventAndBeforeAnOfficerApproves() {
        RepresentationChangedV1 given = authorise(List.of(), List.of("DELETE"));
        UUID deletion = delete(List.of(TRANSPORT)).id();
        database.sql("update known_representation set in_force_until = $1 where representation_id = $2")
                .bind(0, LocalDate.now().minusDays(1))
                .bind(1, given.representationId())
                .then()
                .block();

        act(officerInPerson(), "/v1/requests/" + deletion + "/approval", Map.of());

        assertThat(awaitState(token(), deletion, "STOPPED").path("stopReason").asString(""))
                .isEqualTo("MANDATE_ENDED");
    }

    private String token() {
        return Tokens.bearer(Role.GUARDIAN, representative);
    }

    private Reply ask(Map<String, Object> asked) {
        Map<String, Object> body = new HashMap<>(asked);
        body.put("studentId", student);
        return post(token(), "/v1/requests", body);
    }

    private Reply delete(List<String> purposes) {
        return ask(Map.of("type", "DELETE", "purposes", purposes, "ground", "NO_LONGER_NEEDED", "risksAccepted", true));
    }

    private RepresentationChangedV1 authorise(List<String> purposes, List<String> types) {
        RepresentationChangedV1 given = new RepresentationChangedV1(
                UUID.randomUUID(),
                student,
                1,
                mother,
                representative,
                purposes,
                LocalDate.now().minusDays(3),
                LocalDate.now().plusYears(1),
                true,
                types);
        tell(given);
        awaitRow("select count(*) from known_representation where representation_id = '" + given.representationId()
                + "'");
        return given;
    }

    private void tell(RepresentationChangedV1 event) {
        Topic.send(Topics.ROSTER, student, RepresentationChangedV1.TYPE, event);
    }
}
