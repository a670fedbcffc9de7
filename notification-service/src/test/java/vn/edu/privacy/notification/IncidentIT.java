package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** The register of violations by its API: clocks, phases, steps, who may read and who closes. */
class IncidentIT extends RightsCase {
    private static final String SECRET = "Tệp danh sách gửi nhầm vào nhóm Zalo";

    private final UUID dpo = UUID.randomUUID();
    private final String unit = "truong-" + dpo.toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    @Rule({"R-BR-01", "R-BR-10", "R-BR-12"})
    void showsBothClocksAndSaysWhereTheOccurrenceIsUnknown() {
        Instant detected = now.minus(Duration.ofHours(2));
        Instant occurred = detected.minus(Duration.ofHours(30));

        JsonNode known =
                register(Map.of("occurredAt", occurred, "detectedAt", detected)).body();
        JsonNode unknown = register(Map.of("detectedAt", detected)).body();

        assertThat(clock(known, 0, "regime")).isEqualTo("ND13_2023");
        assertThat(clock(known, 0, "due"))
                .isEqualTo(occurred.plus(Duration.ofHours(72)).toString());
        assertThat(clock(known, 0, "countedFrom")).isEqualTo("OCCURRENCE");
        assertThat(clock(known, 1, "regime")).isEqualTo("LAW91_2025");
        assertThat(clock(known, 1, "due"))
                .isEqualTo(detected.plus(Duration.ofHours(72)).toString());
        assertThat(unknown.path("clocks").findValuesAsString("due"))
                .containsOnly(detected.plus(Duration.ofHours(72)).toString());
        assertThat(unknown.path("clocks")
                        .valueStream()
                        .filter(each -> each.path("occurrenceUnknown").asBoolean())
                        .map(each -> each.path("regime").asString("")))
                .containsExactly("ND13_2023");
    }

    @Test
    void timesThatContradictEachOtherAreRefused() {
        for (Map<String, Object> times : List.<Map<String, Object>>of(
                Map.of("occurredAt", now, "detectedAt", now.minusSeconds(60)),
                Map.of("detectedAt", now.plus(Duration.ofHours(1))),
                Map.of("detectedAt", Instant.parse("2020-01-01T00:00:00Z")))) {
            assertThat(register(times).problem()).isEqualTo("422 incident-times-contradict");
        }
        assertThat(count("select count(*) from incident where school_id = '" + unit + "'"))
                .isZero();
    }

    @Test
    @Rule({"R-BR-01", "R-BR-03", "R-BR-04"})
    void lateNotificationNeedsReasonsAndACompleteOneItsContents() {
        UUID id = register(Map.of("occurredAt", now.minus(Duration.ofHours(80)), "detectedAt", now.minusSeconds(3600)))
                .id();
        assertThat(tell(id, false, null).problem()).isEqualTo("409 incident-wrong-state");
        assertThat(assess(id, Map.of()).text("state")).isEqualTo("ASSESSED");

        assertThat(tell(id, false, null).problem()).isEqualTo("422 late-reasons-missing");
        Reply part = tell(id, false, "Nhà cung cấp báo muộn");
        assertThat(part.text("state")).isEqualTo("NOTIFIED_IN_PART");
        assertThat(part.body().path("notifications").get(0).path("lateReasons").asString(""))
                .isEqualTo("Nhà cung cấp báo muộn");
        Reply incomplete = tell(id, true, null);
        assertThat(incomplete.problem()).isEqualTo("422 incident-contents-missing");
        assertThat(incomplete.body().path("missing").valueStream().map(JsonNode::asString))
                .containsExactly("PLACE", "PARTIES", "QUANTITY", "CONSEQUENCES", "MEASURES");

        assess(id, contents());
        Reply complete = tell(id, true, null);

        assertThat(complete.text("state")).isEqualTo("NOTIFIED");
        assertThat(complete.body().path("notifications")).hasSize(2);
        assertThat(complete.body().path("contents").path("PLACE").asString("")).isEqualTo("Phòng máy");
        assertThat(complete.body()
                        .path("clocks")
                        .valueStream()
                        .filter(each -> each.path("missed").asBoolean())
                        .map(each -> each.path("regime").asString("")))
                .containsExactly("ND13_2023");
    }

    @Test
    @Rule({"R-BR-05", "R-BR-11", "R-BR-13"})
    void fileIsClosedByTheHeadOnceEveryStepIsTakenAndIsNotLost() {
        UUID id = notified();
        String path = "/v1/incidents/" + id;
        Reply remedied = post(officer(), path + "/remedy", Map.of("remediedAt", now));
        Instant kept = Instant.parse(remedied.text("keepUntil"));
        assertThat(kept).isAfterOrEqualTo(now.plus(Duration.ofDays(5 * 365)));

        Reply early = post(head(unit), path + "/closure", null);
        assertThat(early.problem()).isEqualTo("422 incident-steps-outstanding");
        assertThat(early.body().path("missing").valueStream().map(JsonNode::asString))
                .containsExactly("MINUTE", "DEPARTMENT_TOLD");
        assertThat(step(id, "MINUTE").status()).isEqualTo(200);
        assertThat(step(id, "MINUTE").problem()).isEqualTo("409 incident-step-recorded");
        assertThat(step(id, "DEPARTMENT_TOLD").body().path("outstanding")).isEmpty();
        assertThat(post(officer(), path + "/closure", null).problem()).isEqualTo("422 second-person-needed");
        assertThat(post(head("sao-mai"), path + "/closure", null).status()).isEqualTo(404);

        assertThat(post(head(unit), path + "/closure", null).text("state")).isEqualTo("CLOSED");

        assertThat(step(id, "HOLDER_TOLD").problem()).isEqualTo("409 incident-wrong-state");
        assertThat(get(officer(), path + "/timeline").body().path("items").findValuesAsString("event"))
                .containsExactly("REGISTERED", "ASSESSED", "NOTIFIED", "REMEDIED", "STEP", "STEP", "CLOSED");
        assertThatThrownBy(() -> database.sql("delete from incident where id = '" + id + "'")
                        .then()
                        .block())
                .hasMessageContaining("is kept");
    }

    @Test
    void onlyWhoMayReadDoesAndOnlyTheOfficerWrites() {
        UUID id = register(Map.of("detectedAt", now)).id();
        String path = "/v1/incidents/" + id;

        assertThat(get(head(unit), path).status()).isEqualTo(200);
        assertThat(get(head("sao-mai"), path).status()).isEqualTo(404);
        assertThat(get(Tokens.system(Role.DEPARTMENT_OFFICER), path).status()).isEqualTo(200);
        assertThat(get(Tokens.bearer(Role.DATA_PROTECTION_OFFICER, dpo, "sao-mai"), path)
                        .status())
                .isEqualTo(404);
        for (String stranger : List.of(
                motherToken(), officer(unit), Tokens.system(Role.INSPECTOR), Tokens.system(Role.SCHOOL_STAFF, unit))) {
            assertThat(get(stranger, path).status()).isEqualTo(403);
            assertThat(get(stranger, "/v1/incidents").status()).isEqualTo(403);
        }
        for (String reader : List.of(head(unit), Tokens.system(Role.DEPARTMENT_OFFICER))) {
            assertThat(post(reader, path + "/remedy", Map.of("remediedAt", now)).status())
                    .isEqualTo(403);
            assertThat(post(reader, "/v1/incidents", body(Map.of("detectedAt", now)))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(get(head("sao-mai"), "/v1/incidents").body().path("items").findValuesAsString("id"))
                .doesNotContain(id.toString());
        assertThat(get(head(unit), "/v1/incidents").body().path("items").findValuesAsString("id"))
                .containsExactly(id.toString());
    }

    @Test
    void wordsAreSealedAndAChangeUnseenIsRefused() {
        Reply registered = register(Map.of("detectedAt", now));
        UUID id = registered.id();
        assess(id, contents());

        assertThat(count("select count(*) from incident where id = '" + id
                        + "' and position('nhóm Zalo'::bytea in contents_sealed) > 0"))
                .isZero();
        assertThat(get(officer(), "/v1/incidents/" + id)
                        .body()
                        .path("contents")
                        .path("ACT")
                        .asString(""))
                .isEqualTo(SECRET);
        assertThat(post(
                                officer(),
                                "/v1/incidents/" + id + "/notifications",
                                Map.of("sentAt", now, "sentTo", "AUTHORITY", "complete", false),
                                Map.of("If-Match", registered.eTag()))
                        .status())
                .isEqualTo(412);
    }

    @Test
    @Rule("R-BR-01")
    void officersAreRemindedOnceBeforeTheTimeRunsOutAndWhatIsMissedIsNoted() {
        UUID id =
                register(Map.of("detectedAt", now.minus(Duration.ofHours(60)))).id();
        await().atMost(Duration.ofSeconds(40)).until(() -> officerNotices(id, "INCIDENT_DUE") == 1);
        assertThat(officerNotices(id, "INCIDENT_OVERDUE")).isZero();

        database.sql("update incident_clock set due = now() - interval '1 minute' where incident_id = '" + id + "'")
                .then()
                .block();

        await().atMost(Duration.ofSeconds(40)).until(() -> officerNotices(id, "INCIDENT_OVERDUE") == 1);
        assertThat(get(officer(), "/v1/incidents/" + id + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsString("event"))
                .containsExactly("REGISTERED", "OVERDUE", "OVERDUE");
        assertThat(officerNotices(id, "INCIDENT_DUE")).isEqualTo(1);
    }

    private long officerNotices(UUID id, String kind) {
        return count("select count(*) from officer_notice where incident_id = '" + id + "' and kind = '" + kind
                + "' and school_id = '" + unit + "'");
    }

    private UUID notified() {
        UUID id = register(Map.of("detectedAt", now.minusSeconds(60))).id();
        assess(id, contents());
        assertThat(tell(id, true, null).text("state")).isEqualTo("NOTIFIED");
        return id;
    }

    private Reply register(Map<String, Object> times) {
        return post(officer(), "/v1/incidents", body(times));
    }

    private Map<String, Object> body(Map<String, Object> times) {
        Map<String, Object> body = new HashMap<>(
                Map.of("schoolId", unit, "nature", "DISCLOSURE", "kinds", List.of("BASIC"), "act", SECRET));
        times.forEach((name, time) -> body.put(name, time.toString()));
        return body;
    }

    private Reply assess(UUID id, Map<String, Object> contents) {
        Map<String, Object> body = new HashMap<>(Map.of("harm", List.of("PROPERTY"), "kinds", List.of("BASIC")));
        body.putAll(contents);
        return post(officer(), "/v1/incidents/" + id + "/assessment", body);
    }

    private static Map<String, Object> contents() {
        return Map.of(
                "place", "Phòng máy",
                "parties", "Một nhân viên",
                "quantity", "30 dòng",
                "consequences", "Có thể bị làm phiền",
                "measures", "Đã thu hồi");
    }

    private Reply tell(UUID id, boolean complete, String reasons) {
        Map<String, Object> body =
                new HashMap<>(Map.of("sentAt", now.toString(), "sentTo", "NATIONAL_PORTAL", "complete", complete));
        if (reasons != null) {
            body.put("lateReasons", reasons);
        }
        return post(officer(), "/v1/incidents/" + id + "/notifications", body);
    }

    private Reply step(UUID id, String step) {
        return post(
                officer(),
                "/v1/incidents/" + id + "/steps",
                Map.of("step", step, "at", now.toString(), "note", "BB-01"));
    }

    private String officer() {
        return Tokens.bearer(Role.DATA_PROTECTION_OFFICER, dpo);
    }

    private static String head(String school) {
        return Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), school);
    }

    private static String clock(JsonNode incident, int place, String field) {
        return incident.path("clocks").path(place).path(field).asString("");
    }
}
