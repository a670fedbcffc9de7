package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** Whose data a violation touched is found by what was done with it, and they are told (R-BR-11). */
class AffectedPeopleIT extends RightsCase {
    private final UUID dpo = UUID.randomUUID();
    private final String unit = "truong-" + dpo.toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final UUID onTheBus = UUID.randomUUID();
    private final UUID refused = UUID.randomUUID();
    private final UUID alone = UUID.randomUUID();
    private String kind = "";

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void aSchoolOfItsOwn() {
        for (UUID student : List.of(onTheBus, refused, alone)) {
            sql("insert into known_student (student_id, version, school_id, birth_date, enrolled_from) values ('"
                    + student + "', 1, '" + unit + "', '" + LocalDate.now().minusYears(10) + "', '2020-09-01')");
        }
        for (UUID student : List.of(onTheBus, refused)) {
            sql("insert into known_guardian (student_id, person_id, capacity, in_force_from) values ('" + student
                    + "', '" + mother + "', 'MOTHER', '2016-01-01')");
        }
        decided(onTheBus, "WITHDRAWN");
        decided(alone, "GIVEN");
        decided(refused, "REFUSED");
    }

    @Test
    @Rule("R-BR-11")
    void thoseWhoseDataAHolderGotAreToldOnceAndWhoCannotBeReachedIsCounted() {
        UUID id = register("LOCATION");
        assess(id, true);

        Reply named = name(id, Map.of("schoolId", unit, "holder", "bus-company", "purpose", TRANSPORT));
        assertThat(affected(named, "students")).isEqualTo(2);
        assertThat(named.body().path("affected").has("orderedAt")).isFalse();
        assertThat(named.body().path("outstanding").valueStream().map(JsonNode::asString))
                .contains("PEOPLE_TOLD");
        assertThat(post(officer(), "/v1/incidents/" + id + "/notices", null).status())
                .isEqualTo(202);
        assertThat(post(officer(), "/v1/incidents/" + id + "/notices", null).problem())
                .isEqualTo("409 affected-already-told");
        assertThat(name(id, Map.of("schoolId", unit)).problem()).isEqualTo("409 affected-already-told");

        Reply told = await().atMost(Duration.ofSeconds(40))
                .until(() -> get(officer(), "/v1/incidents/" + id), reply -> affected(reply, "unreached") == 1);
        assertThat(affected(told, "told")).isEqualTo(2);
        assertThat(affected(told, "alone")).isEqualTo(1);
        assertThat(affected(told, "people")).isEqualTo(1);
        assertThat(told.body().path("affected").path("publicNoticeNeeded").asBoolean())
                .isTrue();
        assertThat(told.body().path("outstanding").valueStream().map(JsonNode::asString))
                .contains("PUBLIC_NOTICE")
                .doesNotContain("PEOPLE_TOLD");
        assertThat(told.body()
                        .path("clocks")
                        .valueStream()
                        .filter(clock -> clock.path("code").asString("").equals("PEOPLE"))
                        .filter(clock ->
                                clock.has("metAt") && !clock.path("missed").asBoolean()))
                .hasSize(1);
        JsonNode inbox = get(motherToken(), "/v1/inbox").body();
        assertThat(inbox.path("items").findValuesAsString("kind")).containsOnlyOnce("INCIDENT");
        assertThat(inbox.path("items").get(0).path("link").asString("")).endsWith("/incidents/" + id);
    }

    @Test
    @Rule("R-BR-11")
    void toldOnesReadWhatHappenedAndOthersOnlyWhatStandsInPublic() {
        UUID id = register("BIOMETRIC");
        assess(id, true);
        name(id, Map.of("schoolId", unit, "dataCategory", "pick-up-point", "purpose", TRANSPORT));
        post(officer(), "/v1/incidents/" + id + "/notices", null);
        awaitRow("select count(*) from notice where incident_id = '" + id + "'");
        Browser stranger = Browser.stranger(context);

        Page page = Browser.of(context, Role.GUARDIAN, mother).open("/incidents/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Sinh trắc học", "Nhật ký máy chủ", "Có thể bị làm phiền", "Đã khóa", "Đổi mật khẩu");
        assertThat(Browser.of(context, Role.GUARDIAN, father)
                        .open("/incidents/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.open("/incidents/" + id).status()).isEqualTo(302);
        assertThat(stranger.open("/public/incidents/" + id).status()).isEqualTo(404);

        post(
                officer(),
                "/v1/incidents/" + id + "/steps",
                Map.of("step", "PUBLIC_NOTICE", "at", Instant.now().toString()));

        assertThat(stranger.open("/public/incidents/" + id).html()).contains("Đổi mật khẩu", "Sinh trắc học");
        assertThat(stranger.open("/public/incidents").links("/public/incidents/" + id))
                .isTrue();
    }

    @Test
    @Rule("R-BR-11")
    void nobodyIsToldBeforeItIsKnownWhat() {
        UUID id = register("LOCATION");
        assess(id, false);

        assertThat(name(id, Map.of()).problem()).isEqualTo("422 affected-not-named");
        Reply early = post(officer(), "/v1/incidents/" + id + "/notices", null);
        assertThat(early.problem()).isEqualTo("422 incident-contents-missing");
        assertThat(early.body().path("missing").valueStream().map(JsonNode::asString))
                .containsExactly("DETECTION", "CONSEQUENCES", "MEASURES", "GUIDANCE");
        assess(id, true);
        assertThat(post(officer(), "/v1/incidents/" + id + "/notices", null).problem())
                .isEqualTo("422 affected-not-named");
        name(id, Map.of("schoolId", unit + "-khac"));
        assertThat(post(officer(), "/v1/incidents/" + id + "/notices", null).problem())
                .isEqualTo("422 affected-not-found");
        assertThat(count("select count(*) from notice where incident_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void whatRestsOnLawCountsForTheWholeSchoolAndAnOfficerOfOneUnitNamesItsOwnOnly() {
        UUID id = register("BASIC");

        assertThat(affected(name(id, Map.of("schoolId", unit, "purpose", "marks")), "students"))
                .isEqualTo(3);
        assertThat(affected(name(id, Map.of("schoolId", unit)), "students")).isEqualTo(3);
        assertThat(affected(name(id, Map.of("schoolId", unit, "purpose", "unheard-of")), "students"))
                .isZero();
        String ofUnit = Tokens.bearer(Role.DATA_PROTECTION_OFFICER, dpo, unit);
        String path = "/v1/incidents/" + id + "/affected";
        assertThat(affected(put(ofUnit, path, Map.of("purpose", "marks")), "students"))
                .isEqualTo(3);
        assertThat(put(ofUnit, path, Map.of("schoolId", SCHOOL)).problem()).isEqualTo("422 affected-not-named");
    }

    private UUID register(String kind) {
        Reply registered = post(
                officer(),
                "/v1/incidents",
                Map.of(
                        "schoolId",
                        unit,
                        "nature",
                        "UNAUTHORISED_ACCESS",
                        "kinds",
                        List.of(kind),
                        "detectedAt",
                        now.minusSeconds(60).toString(),
                        "act",
                        "Có người vào hệ thống"));
        assertThat(registered.status()).isEqualTo(201);
        this.kind = kind;
        return registered.id();
    }

    private void assess(UUID id, boolean all) {
        Map<String, Object> body = new HashMap<>(Map.of("harm", List.of(), "kinds", List.of(kind)));
        if (all) {
            body.putAll(Map.of(
                    "detection", "Nhật ký máy chủ",
                    "consequences", "Có thể bị làm phiền",
                    "measures", "Đã khóa",
                    "guidance", "Đổi mật khẩu"));
        }
        assertThat(post(officer(), "/v1/incidents/" + id + "/assessment", body).status())
                .isEqualTo(200);
    }

    private Reply name(UUID id, Map<String, String> criterion) {
        return put(officer(), "/v1/incidents/" + id + "/affected", criterion);
    }

    private static long affected(Reply reply, String field) {
        return reply.body().path("affected").path(field).asLong(-1);
    }

    private String officer() {
        return Tokens.bearer(Role.DATA_PROTECTION_OFFICER, dpo);
    }

    private void decided(UUID student, String decision) {
        sql("insert into known_decision (student_id, school_id, purpose, period, party, seq, decision, purpose_version,"
                + " decided_at) values ('" + student + "', '" + unit + "', '" + TRANSPORT + "', '2026-2027', '" + mother
                + "', 1, '" + decision + "', 1, now())");
    }

    private void sql(String statement) {
        database.sql(statement).then().block();
    }
}
