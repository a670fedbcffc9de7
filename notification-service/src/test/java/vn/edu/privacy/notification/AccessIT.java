package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

class AccessIT extends RightsCase {
    @Test
    @Rule({"R-CH-10", "R-DL-03", "R-REG-04"})
    void officerSeesTheClocksApprovesAndTheRequesterSeesWhatEachHolderHolds() {
        UUID id = ask();
        JsonNode seen = get(officer(SCHOOL), "/v1/requests/" + id).body();
        assertThat(seen.path("state").asString("")).isEqualTo("RECEIVED");
        Instant received = Instant.parse(seen.path("receivedAt").asString(""));
        assertThat(seen.path("clocks").findValuesAsString("code")).contains("ACKNOWLEDGE", "FULFIL", "PROMISE");
        assertThat(seen.path("clocks")
                        .valueStream()
                        .map(clock -> Instant.parse(clock.path("due").asString(""))))
                .contains(received.plus(Duration.ofHours(72)));

        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/assignment", Map.of())
                        .status())
                .isEqualTo(200);
        approve(id);
        release(id);
        JsonNode available = awaitState(motherToken(), id, "AVAILABLE");
        assertThat(available.path("clocks").findValuesAsString("metAt")).hasSameSizeAs(available.path("clocks"));

        Reply data = get(motherToken(), "/v1/requests/" + id + "/personal-data");
        assertThat(data.status()).isEqualTo(200);
        assertThat(data.body().path("holders").findValuesAsString("holder"))
                .containsExactlyInAnyOrder("bus-company", "sector-database");
        assertThat(data.body()
                        .path("holders")
                        .get(0)
                        .path("items")
                        .get(0)
                        .path("value")
                        .asString(""))
                .isEqualTo("12 Lê Lợi");
        assertThat(get(motherToken(), "/v1/requests/" + id + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsString("event"))
                .containsExactly(
                        "OPENED",
                        "ASSIGNED",
                        "APPROVED",
                        "HOLDER_ANSWERED",
                        "HOLDER_ANSWERED",
                        "GATHERED",
                        "REVIEWED",
                        "AVAILABLE",
                        "VIEWED");
    }

    @Test
    void nobodyButTheRequesterSeesTheData() {
        UUID id = ask();
        assertThat(get(motherToken(), "/v1/requests/" + id + "/personal-data").problem())
                .isEqualTo("409 wrong-state");
        approve(id);
        release(id);
        awaitState(motherToken(), id, "AVAILABLE");
        assertThat(get(Tokens.bearer(Role.GUARDIAN, father), "/v1/requests/" + id + "/personal-data")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(get(officer(SCHOOL), "/v1/requests/" + id + "/personal-data").status())
                .isEqualTo(403);
    }

    @Test
    void dataIsSealedAndGoneForGoodWhenItsTimeIsOver() {
        UUID id = ask();
        approve(id);
        release(id);
        awaitState(motherToken(), id, "AVAILABLE");
        assertThat(
                        count(
                                "select count(*) from gathered where position(convert_to('Lê Lợi', 'UTF8') in items_sealed) > 0"))
                .isZero();
        database.sql("update request set available_until = now() - interval '1 second' where id = $1")
                .bind(0, id)
                .then()
                .block();
        assertThat(get(motherToken(), "/v1/requests/" + id + "/personal-data").problem())
                .isEqualTo("410 personal-data-expired");
        awaitState(motherToken(), id, "EXPIRED");
        assertThat(count("select count(*) from gathered where request_id = '" + id + "'"))
                .isZero();
        assertThat(get(motherToken(), "/v1/requests/" + id + "/personal-data").problem())
                .isEqualTo("410 personal-data-expired");
    }

    @Test
    void holderThatDoesNotKnowTheStudentHoldsNothing() {
        HOLDERS.knowsNobody(HoldersStandIn.BUS);
        UUID id = ask();
        approve(id);
        release(id);
        awaitState(motherToken(), id, "AVAILABLE");
        JsonNode holders = get(motherToken(), "/v1/requests/" + id + "/personal-data")
                .body()
                .path("holders");
        assertThat(holders.valueStream()
                        .filter(held -> held.path("holder").asString("").equals("bus-company"))
                        .map(held -> held.path("items").size()))
                .containsExactly(0);
    }

    @Test
    void holderMayAnswerAsMuchAsTheContractAllows() {
        HOLDERS.answersOf(
                HoldersStandIn.BUS,
                student,
                Collections.nCopies(
                        1000, HoldersStandIn.item("pick-up-point", "Điểm đón", "Pick-up point", "ữ".repeat(4000))));
        UUID id = ask();
        approve(id);
        release(id);
        awaitState(motherToken(), id, "AVAILABLE");
        assertThat(get(motherToken(), "/v1/requests/" + id + "/personal-data")
                        .body()
                        .findValuesAsString("value"))
                .hasSizeGreaterThanOrEqualTo(1000);
    }

    @Test
    @Rule("R-DL-06")
    void refusalNamesItsGroundAndStopsTheClocks() {
        UUID id = ask();
        Reply refused = post(
                officer(SCHOOL),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "Vui lòng mang giấy tờ tới trường."));
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        JsonNode seen = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(seen.path("refusal").path("text").asString("")).startsWith("Vui lòng");
        assertThat(seen.has("assignee")).isFalse();
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .problem())
                .isEqualTo("409 wrong-state");
    }

    @Test
    void officersDoNotRuleOnWhatHasMovedOnOrIsNotTheirs() {
        UUID id = ask();
        String eTag = get(officer(SCHOOL), "/v1/requests/" + id).eTag();
        act(officer(SCHOOL), "/v1/requests/" + id + "/assignment", Map.of());
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of("If-Match", eTag))
                        .problem())
                .isEqualTo("412 stale");
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of("If-Match", "yesterday"))
                        .status())
                .isEqualTo(400);
        assertThat(act(officer("sao-mai"), "/v1/requests/" + id + "/approval", Map.of())
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(act(motherToken(), "/v1/requests/" + id + "/approval", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Rule("R-CH-10")
    void guardianshipThatEndsEndsTheView() {
        UUID id = ask();
        approve(id);
        release(id);
        awaitState(motherToken(), id, "AVAILABLE");
        database.sql("update known_guardian set in_force_until = current_date - 1 where person_id = $1")
                .bind(0, mother)
                .then()
                .block();
        assertThat(get(motherToken(), "/v1/requests/" + id + "/personal-data").problem())
                .isEqualTo("404 not-found");
    }

    private UUID ask() {
        Reply opened = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student));
        assertThat(opened.status()).isEqualTo(201);
        return opened.id();
    }

    private void approve(UUID id) {
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
    }
}
