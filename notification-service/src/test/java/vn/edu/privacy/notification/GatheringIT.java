package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** What becomes of a request to see data when holders are late, fail, or send what cannot be used. */
class GatheringIT extends RightsCase {
    @Test
    void whatOneHolderDoesNotGiveHoldsUpNobodyElseAndIsCompletedLater() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        UUID id = approved();
        fourTimes(id);
        awaitState(officer(SCHOOL), id, "AWAITING_RELEASE");
        assertThat(line(id, "bus-company")).containsEntry("state", "ASKED").containsEntry("note", "REFUSED");
        assertThat(line(id, "sector-database")).containsEntry("state", "ANSWERED");

        release(id);
        JsonNode partly = awaitState(motherToken(), id, "AVAILABLE");
        assertThat(unmet(partly)).as("not fulfilled while a holder is missing").contains("FULFIL", "PROMISE");
        JsonNode data = view(id);
        assertThat(data.path("complete").asBoolean()).isFalse();
        assertThat(held(data, "bus-company").path("state").asString("")).isEqualTo("MISSING");
        assertThat(held(data, "sector-database").path("items").size()).isEqualTo(1);

        HOLDERS.reset();
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/gathering", Map.of())
                        .status())
                .isEqualTo(200);
        awaitLine(id, "bus-company", "ANSWERED");
        assertThat(held(view(id), "bus-company").path("state").asString(""))
                .as("answered, and not released yet")
                .isEqualTo("MISSING");
        release(id);
        assertThat(view(id).path("complete").asBoolean()).isTrue();
        assertThat(held(view(id), "bus-company")
                        .path("items")
                        .get(0)
                        .path("value")
                        .asString(""))
                .isEqualTo("12 Lê Lợi");
        assertThat(unmet(get(motherToken(), "/v1/requests/" + id).body())).isEmpty();
        assertThat(HOLDERS.asked(HoldersStandIn.SECTOR))
                .as("who has answered is not asked again")
                .isZero();
    }

    @Test
    void holderThatSendsAByteNowAndThenIsNotWaitedFor() {
        HOLDERS.drips(HoldersStandIn.BUS, Duration.ofSeconds(60));
        UUID id = approved();

        await("the other answer")
                .atMost(Duration.ofSeconds(40))
                .until(() -> !line(id, "sector-database").isEmpty());

        assertThat(line(id, "sector-database")).containsEntry("state", "ANSWERED");
        assertThat(line(id, "bus-company")).containsEntry("state", "ASKED").containsEntry("note", "NO_ANSWER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNREADABLE | <html>an error page</html>",
                "WRONG_STUDENT | {}",
                "UNREADABLE | {\"studentId\":\"S\"}",
                "UNREADABLE | {\"studentId\":\"S\",\"asOf\":\"2026-11-24T07:00:00Z\",\"items\":[null]}",
                "UNREADABLE | {\"studentId\":\"S\",\"asOf\":\"2026-11-24T07:00:00Z\",\"items\":[{\"category\":\"A b\",\"label\":{\"vi\":\"x\"},\"value\":\"y\"}]}",
                "UNREADABLE | {\"studentId\":\"S\",\"asOf\":\"2026-11-24T07:00:00Z\",\"items\":[{\"category\":\"a\",\"label\":{\"en\":\"x\"},\"value\":\"y\"}]}",
                "UNREADABLE | {\"studentId\":\"S\",\"asOf\":\"yesterday\",\"items\":[]}",
                "WRONG_STUDENT | {\"studentId\":\"0198c0de-0000-7000-8000-000000000001\",\"asOf\":\"2026-11-24T07:00:00Z\",\"items\":[]}"
            })
    void whatIsNotAsAgreedIsRefusedAndNamed(String note, String body) {
        HOLDERS.sends(HoldersStandIn.BUS, body.replace("\"S\"", "\"{{jsonPath request.body '$.studentId'}}\""));
        UUID id = approved();
        awaitLine(id, "bus-company", "ASKED");
        assertThat(line(id, "bus-company")).containsEntry("note", note);
        assertThat(count("select count(*) from gathered where holder = 'bus-company' and request_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void whatIsLongerThanTheContractAllowsIsRefused() {
        HOLDERS.answersOf(
                HoldersStandIn.BUS,
                student,
                Collections.nCopies(1001, HoldersStandIn.item("pick-up-point", "Điểm đón", "Pick-up point", "x")));
        HOLDERS.holds(HoldersStandIn.SECTOR, 1, "x".repeat(4001));
        UUID id = approved();
        awaitLine(id, "bus-company", "ASKED");
        assertThat(line(id, "bus-company")).containsEntry("note", "TOO_LARGE");
        assertThat(line(id, "sector-database")).containsEntry("note", "TOO_LARGE");
    }

    @Test
    void whenNobodyAnswersItIsSaidAndTriedAgain() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        HOLDERS.fails(HoldersStandIn.SECTOR, 503);
        UUID id = approved();
        fourTimes(id);
        JsonNode failed = awaitState(officer(SCHOOL), id, "GATHERING_FAILED");
        assertThat(failed.has("availableUntil")).isFalse();

        HOLDERS.reset();
        hurry();

        awaitState(officer(SCHOOL), id, "AWAITING_RELEASE");
    }

    @Test
    void askingEndsWithTheLastDeadlineAndAnOfficerMayAskOn() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        UUID id = approved();
        awaitLine(id, "bus-company", "ASKED");
        database.sql("update request_clock set due = now() - interval '1 second' where request_id = $1")
                .bind(0, id)
                .then()
                .block();
        hurry();
        awaitRow("select count(*) - (select count(*) from gathering where request_id = '" + id
                + "') from request where id = '" + id + "'");

        HOLDERS.reset();
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/gathering", Map.of())
                        .status())
                .isEqualTo(200);

        awaitLine(id, "bus-company", "ANSWERED");
    }

    @Test
    void holderThatWillNotAnswerIsSettledAndTheRequesterReadsHow() {
        HOLDERS.fails(HoldersStandIn.BUS, 503);
        UUID id = approved();
        fourTimes(id);
        release(id);
        assertThat(settle(id, "sector-database", "HOLDS_NOTHING").problem()).isEqualTo("409 holder-is-over");
        assertThat(settle(id, "nobody", "HOLDS_NOTHING").problem()).isEqualTo("422 unknown-holder");

        Reply settled = settle(id, "bus-company", "SHOWN_AT_SCHOOL");

        assertThat(settled.body().path("complete").asBoolean()).isTrue();
        JsonNode data = view(id);
        assertThat(data.path("complete").asBoolean()).isTrue();
        assertThat(held(data, "bus-company").path("settlement").asString("")).isEqualTo("SHOWN_AT_SCHOOL");
        assertThat(unmet(get(motherToken(), "/v1/requests/" + id).body())).isEmpty();
        HOLDERS.reset();
        hurry();
        assertThat(line(id, "bus-company")).as("what was settled stays").containsEntry("state", "SETTLED");
        assertThat(settle(id, "bus-company", "HOLDS_NOTHING").problem()).isEqualTo("409 holder-is-over");
    }

    @Test
    void onlyTheRequesterAndTheSchoolsOfficersLearnWhoIsAsked() {
        UUID id = approved();
        awaitLine(id, "bus-company", "ANSWERED");
        assertThat(get(motherToken(), "/v1/requests/" + id + "/gathering").status())
                .isEqualTo(200);
        assertThat(get(Tokens.bearer(Role.GUARDIAN, father), "/v1/requests/" + id + "/gathering")
                        .problem())
                .isEqualTo("404 not-found");
        for (String path : List.of("/gathering", "/gathered-data")) {
            assertThat(get(officer("sao-mai"), "/v1/requests/" + id + path).problem())
                    .isEqualTo("404 not-found");
        }
        assertThat(act(officer("sao-mai"), "/v1/requests/" + id + "/gathering", Map.of())
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(act(motherToken(), "/v1/requests/" + id + "/gathering", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private UUID approved() {
        UUID id = post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
        assertThat(act(officer(SCHOOL), "/v1/requests/" + id + "/approval", Map.of())
                        .text("state"))
                .isEqualTo("APPROVED");
        return id;
    }

    private void fourTimes(UUID id) {
        for (int attempt = 1; attempt <= 4; attempt++) {
            awaitRow("select count(*) from request r left join gathering g on g.request_id = r.id where r.id = '" + id
                    + "' and (r.state <> 'APPROVED' or g.attempts >= " + attempt + ")");
            hurry();
        }
    }

    private Reply settle(UUID id, String holder, String how) {
        return post(officer(SCHOOL), "/v1/requests/" + id + "/settlement", Map.of("holder", holder, "settlement", how));
    }

    private JsonNode view(UUID id) {
        Reply data = get(motherToken(), "/v1/requests/" + id + "/personal-data");
        assertThat(data.status()).isEqualTo(200);
        return data.body();
    }

    private static JsonNode held(JsonNode data, String holder) {
        return data.path("holders")
                .valueStream()
                .filter(each -> each.path("holder").asString("").equals(holder))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> unmet(JsonNode request) {
        return request.path("clocks")
                .valueStream()
                .filter(clock -> !clock.has("metAt"))
                .map(clock -> clock.path("code").asString(""))
                .toList();
    }

    private void awaitLine(UUID id, String holder, String state) {
        awaitRow("select count(*) from gathering_holder where request_id = '" + id + "' and holder = '" + holder
                + "' and state = '" + state + "'");
    }

    /** What the API tells of a holder; nothing when it was not asked. */
    private Map<String, String> line(UUID id, String holder) {
        return get(officer(SCHOOL), "/v1/requests/" + id + "/gathering")
                .body()
                .path("holders")
                .valueStream()
                .filter(each -> each.path("holder").asString("").equals(holder))
                .findFirst()
                .map(each -> Map.of(
                        "state",
                        each.path("state").asString(""),
                        "note",
                        each.path("note").asString("")))
                .orElse(Map.of());
    }
}
