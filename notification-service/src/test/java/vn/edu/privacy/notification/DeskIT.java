package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.contracts.events.RepresentationChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** Requests that an officer writes down for somebody at the desk. */
class DeskIT extends RightsCase {
    private final UUID clerk = UUID.randomUUID();
    private final UUID representative = UUID.randomUUID();

    @Test
    @Rule({"R-PROV-03", "R-PROV-06"})
    void whatAPersonAsksAtTheDeskIsTheirsAsIfTheyHadSentIt() {
        Reply entered = enter(clerk(), mother, Map.of("type", "ACCESS"), Map.of("help", "WRITTEN_FOR"));

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(entered.text("state")).isEqualTo("RECEIVED");
        JsonNode own = get(motherToken(), "/v1/requests/" + entered.id()).body();
        assertThat(own.path("desk").path("capacity").asString("")).isEqualTo("MOTHER");
        assertThat(own.path("desk").path("help").asString("")).isEqualTo("WRITTEN_FOR");
        assertThat(own.path("desk").path("place").asString("")).isEqualTo("Phòng văn thư");
        assertThat(own.path("desk").path("form").asString("")).isEqualTo("ON_PAPER");
        assertThat(own.path("clocks")).isNotEmpty();
        assertThat(get(motherToken(), "/v1/requests").body().path("items").findValuesAsString("id"))
                .contains(entered.id().toString());
        assertThat(count("select count(*) from notice where kind = 'REQUEST_RECEIVED' and person_id = '" + mother
                        + "' and request_id = '" + entered.id() + "'"))
                .isEqualTo(1);
        assertThat(get(clerk(), "/v1/requests/" + entered.id() + "/timeline")
                        .body()
                        .path("items")
                        .get(0)
                        .path("event")
                        .asString(""))
                .isEqualTo("ENTERED");
        assertThat(count("select count(*) from request_desk where request_id = '" + entered.id()
                        + "' and position(convert_to('Phòng văn thư', 'UTF8') in words_sealed) = 0"))
                .as("what was typed is sealed")
                .isEqualTo(1);
    }

    @Test
    @Rule("R-PROV-04")
    void anEntrySaysWhoAsksWhichDataInWhichFormAndNeedsNoReason() {
        Reply entered = enter(clerk(), mother, Map.of("type", "PROVIDE"), Map.of("about", "Học bạ năm học 2025-2026"));
        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(entered.body().path("desk").path("about").asString("")).isEqualTo("Học bạ năm học 2025-2026");
        assertThat(entered.body().has("reason")).isFalse();

        for (String field : List.of("personId", "form", "place", "identity", "help", "language")) {
            Map<String, Object> body = new HashMap<>(body(mother, Map.of("type", "PROVIDE"), Map.of()));
            body.remove(field);
            assertThat(post(clerk(), "/v1/desk/requests", body).status())
                    .as(field)
                    .isEqualTo(400);
        }
    }

    @Test
    @Rule("R-PROV-03")
    void everyKindOfRequestIsTakenAtTheDesk() {
        motherAgrees();
        List<String> purpose = List.of(TRANSPORT);
        for (Map<String, Object> asked : List.<Map<String, Object>>of(
                Map.of("type", "ACCESS"),
                Map.of("type", "PROVIDE"),
                Map.of("type", "COMPLAIN", "reason", "Ảnh của con bị đăng lên mạng."),
                Map.of(
                        "type",
                        "RECTIFY",
                        "purposes",
                        purpose,
                        "corrections",
                        List.of(Map.of("category", "pick-up-point", "value", "21 Lê Lợi"))),
                Map.of(
                        "type",
                        "DELETE",
                        "purposes",
                        List.of("marks"),
                        "ground",
                        "NO_LONGER_NEEDED",
                        "risksAccepted",
                        true),
                Map.of("type", "RESTRICT", "purposes", purpose),
                Map.of("type", "OBJECT", "purposes", purpose),
                Map.of("type", "WITHDRAW", "purposes", purpose))) {
            Reply entered = enter(clerk(), mother, asked, Map.of("consequencesAcknowledged", true));
            assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
            assertThat(entered.text("state")).as(asked.toString()).isEqualTo("RECEIVED");
        }
    }

    @Test
    void whatHasConsequencesIsTakenOnlyFromWhomTheyWereToldAndNothingStaysOtherwise() {
        Reply unread = enter(clerk(), mother, Map.of("type", "RESTRICT", "purposes", List.of(TRANSPORT)), Map.of());
        assertThat(unread.problem()).isEqualTo("422 consequences-not-acknowledged");
        assertThat(get(motherToken(), "/v1/requests").body().path("items")).isEmpty();
    }

    @Test
    void clocksRunFromTheStatedReceiptWhichIsNeitherInTheFutureNorTooLongAgoAndHasItsReason() {
        Instant received = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> asked = Map.of("type", "ACCESS");
        assertThat(enter(clerk(), mother, asked, Map.of("receivedAt", received)).problem())
                .isEqualTo("422 field-missing");
        for (Instant impossible :
                List.of(Instant.now().plusSeconds(60), Instant.now().minus(Duration.ofDays(11)))) {
            assertThat(enter(clerk(), mother, asked, Map.of("receivedAt", impossible, "lateReason", "Mất điện"))
                            .problem())
                    .isEqualTo("422 receipt-out-of-range");
        }

        Reply entered =
                enter(clerk(), mother, asked, Map.of("receivedAt", received, "lateReason", "Văn phòng mất điện"));

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(entered.text("receivedAt")).isEqualTo(received.toString());
        assertThat(entered.body().path("clocks").findValuesAsString("due"))
                .contains(received.plus(Duration.ofHours(72)).toString());
    }

    @Test
    void onlyWhomTheRosterKnowsStandsAtTheDeskAndOnlyAnotherPersonOfTheirSchoolEntersIt() {
        Map<String, Object> asked = Map.of("type", "ACCESS");
        assertThat(get(clerk(), "/v1/desk/students/" + student + "/people")
                        .body()
                        .path("items")
                        .findValuesAsString("personId"))
                .containsExactlyInAnyOrder(pupil.toString(), mother.toString(), father.toString());
        assertThat(enter(clerk(), stranger, asked, Map.of()).problem()).isEqualTo("422 no-relation");
        assertThat(enter(officer(SCHOOL), mother, asked, Map.of()).problem()).isEqualTo("422 person-needed");
        assertThat(enter(Tokens.bearer(Role.SCHOOL_OFFICER, mother, SCHOOL), mother, asked, Map.of())
                        .problem())
                .isEqualTo("422 person-needed");
        String elsewhere = Tokens.bearer(Role.SCHOOL_OFFICER, clerk, "tan-binh");
        assertThat(enter(elsewhere, mother, asked, Map.of()).status()).isEqualTo(404);
        assertThat(get(elsewhere, "/v1/desk/students/" + student + "/people").status())
                .isEqualTo(404);
        assertThat(enter(motherToken(), mother, asked, Map.of()).status()).isEqualTo(403);
        assertThat(enter(clerk(), mother, asked, Map.of("authorisation", "UQ 12/2026"))
                        .problem())
                .isEqualTo("422 field-not-expected");
        assertThat(enter(clerk(), mother, asked, Map.of("identityNumber", "079012345678"))
                        .problem())
                .isEqualTo("422 field-not-expected");
        assertThat(enter(
                                clerk(),
                                mother,
                                asked,
                                Map.of("handOverAt", Instant.now().minusSeconds(60)))
                        .problem())
                .isEqualTo("422 hand-over-past");
        assertThat(get(motherToken(), "/v1/requests").body().path("items")).isEmpty();
    }

    @Test
    void whatARepresentativeAsksWaitsForASecondPerson() {
        represents();
        Map<String, Object> asked = Map.of("type", "RESTRICT", "purposes", List.of(TRANSPORT));
        assertThat(enter(clerk(), representative, asked, Map.of("consequencesAcknowledged", true))
                        .problem())
                .isEqualTo("422 field-missing");
        Map<String, Object> document = Map.of(
                "authorisation", "UQ 12/2026", "identityNumber", "079012345678", "consequencesAcknowledged", true);
        UUID restriction = enter(clerk(), representative, asked, document).id();
        UUID complaint = enter(
                        clerk(), representative, Map.of("type", "COMPLAIN", "reason", "Không được trả lời."), document)
                .id();
        UUID access = enter(clerk(), representative, Map.of("type", "ACCESS"), document)
                .id();

        assertThat(act(secondOfficer(), "/v1/requests/" + access + "/approval", Map.of())
                        .problem())
                .isEqualTo("409 desk-check-needed");
        assertThat(post(secondOfficer(), "/v1/requests/" + complaint + "/answer", Map.of("text", "Đã gỡ."))
                        .problem())
                .isEqualTo("409 desk-check-needed");
        assertThat(act(clerk(), "/v1/requests/" + restriction + "/desk-check", Map.of())
                        .problem())
                .isEqualTo("422 person-needed");
        assertThat(act(officer(SCHOOL), "/v1/requests/" + restriction + "/desk-check", Map.of())
                        .problem())
                .isEqualTo("422 person-needed");
        assertThat(get(clerk(), "/v1/requests/" + restriction).text("state")).isEqualTo("AWAITING_CONFIRMATION");

        Reply checked = act(secondOfficer(), "/v1/requests/" + restriction + "/desk-check", Map.of());

        assertThat(checked.text("state")).isEqualTo("RECEIVED");
        assertThat(checked.body().path("desk").has("checkedAt")).isTrue();
        assertThat(act(officerInPerson(), "/v1/requests/" + restriction + "/desk-check", Map.of())
                        .problem())
                .isEqualTo("409 wrong-state");
        assertThat(act(secondOfficer(), "/v1/requests/" + access + "/desk-check", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(act(officerInPerson(), "/v1/requests/" + access + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
    }

    @Test
    @Rule("R-PROV-05")
    void whatIsNotThisUnitsIsAnsweredByWhoIsAndStaysInTheRegister() {
        Reply entered = enter(
                clerk(),
                mother,
                Map.of("type", "PROVIDE"),
                Map.of("competent", "Trạm y tế phường Bến Nghé giữ sổ tiêm chủng."));

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        JsonNode own = get(motherToken(), "/v1/requests/" + entered.id()).body();
        assertThat(own.path("state").asString("")).isEqualTo("REFUSED");
        assertThat(own.path("refusal").path("ground").asString("")).isEqualTo("NOT_COMPETENT");
        assertThat(own.path("refusal").path("text").asString("")).contains("Trạm y tế phường");
        assertThat(own.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(own.path("clocks"));
        assertThat(get(clerk(), "/v1/requests?type=PROVIDE&state=REFUSED&limit=200")
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(entered.id().toString());
        assertThat(count("select count(*) from notice where kind = 'REQUEST_REFUSED' and person_id = '" + mother
                        + "' and request_id = '" + entered.id() + "'"))
                .isEqualTo(1);
        assertThat(enter(
                                clerk(),
                                mother,
                                Map.of("type", "RESTRICT", "purposes", List.of(TRANSPORT)),
                                Map.of("competent", "Sở Y tế"))
                        .problem())
                .isEqualTo("422 ground-not-applicable");
    }

    private String clerk() {
        return Tokens.bearer(Role.SCHOOL_OFFICER, clerk, SCHOOL);
    }

    private Reply enter(String token, UUID person, Map<String, Object> asked, Map<String, Object> more) {
        return post(token, "/v1/desk/requests", body(person, asked, more));
    }

    private Map<String, Object> body(UUID person, Map<String, Object> asked, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "personId",
                person,
                "studentId",
                student,
                "request",
                asked,
                "identity",
                "CITIZEN_ID",
                "help",
                "HELPED",
                "form",
                "ON_PAPER",
                "place",
                "Phòng văn thư",
                "language",
                "vi"));
        body.putAll(more);
        return body;
    }

    private void represents() {
        RepresentationChangedV1 given = new RepresentationChangedV1(
                UUID.randomUUID(),
                student,
                1,
                mother,
                representative,
                List.of(),
                LocalDate.now().minusDays(3),
                LocalDate.now().plusYears(1),
                true);
        Topic.send(Topics.ROSTER, student, RepresentationChangedV1.TYPE, given);
        awaitRow("select count(*) from known_representation where representation_id = '" + given.representationId()
                + "'");
    }
}
