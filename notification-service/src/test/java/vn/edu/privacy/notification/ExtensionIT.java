package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/** The one extension that the law allows, with a reason that the requester is told (R-DL-01). */
@Rule({"R-DL-01", "R-WD-07"})
class ExtensionIT extends RightsCase {
    private static final String REASON = "Công ty xe cần thêm thời gian.";

    @Test
    void requesterIsToldWhyAndSeesTheOldAndTheNewTime() {
        UUID id = ask();
        JsonNode before = get(motherToken(), "/v1/requests/" + id).body();

        Reply extended = extend(officer(SCHOOL), id, REASON);

        assertThat(extended.status()).isEqualTo(200);
        JsonNode after = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(after.path("state").asString("")).isEqualTo("RECEIVED");
        assertThat(after.path("extension").path("reason").asString("")).isEqualTo(REASON);
        assertThat(after.path("extension").path("days").asInt()).isEqualTo(10);
        for (String code : List.of("FULFIL", "FULFIL_WITH_THIRD_PARTY")) {
            assertThat(time(after, code, "extendedFrom")).isEqualTo(time(before, code, "due"));
            assertThat(time(after, code, "due"))
                    .isAfterOrEqualTo(time(before, code, "due").plus(Duration.ofDays(10)));
        }
        for (String code : List.of("ACKNOWLEDGE", "PROMISE")) {
            assertThat(clock(after, code)).isEqualTo(clock(before, code));
        }
        assertThat(events(motherToken(), id)).containsExactly("OPENED", "EXTENDED");
        assertThat(get(motherToken(), "/v1/inbox").body().path("items").findValuesAsString("kind"))
                .contains("REQUEST_EXTENDED");
        assertThat(get(officer(SCHOOL), "/v1/requests?limit=200")
                        .body()
                        .path("items")
                        .findValuesAsString("reason"))
                .contains(REASON);
    }

    @Test
    void secondExtensionIsRefused() {
        UUID id = ask();
        extend(officer(SCHOOL), id, REASON);
        JsonNode once = get(motherToken(), "/v1/requests/" + id).body();

        Reply again = extend(officer(SCHOOL), id, "Vẫn chưa xong.");

        assertThat(again.problem()).isEqualTo("409 already-extended");
        assertThat(again.text("title")).isEqualTo("The deadline was extended before");
        assertThat(get(motherToken(), "/v1/requests/" + id).body()).isEqualTo(once);
    }

    @Test
    void extensionNeedsAReason() {
        UUID id = ask();

        for (Map<String, String> body : List.of(Map.of("reason", " \n "), Map.<String, String>of())) {
            assertThat(post(officer(SCHOOL), "/v1/requests/" + id + "/extension", body)
                            .problem())
                    .isEqualTo("400 invalid-fields");
        }
        assertThat(events(motherToken(), id)).containsExactly("OPENED");
    }

    @Test
    void isTooLateOnceTheTimeHasRunOut() {
        UUID id = ask();
        runOut(id, "FULFIL%");

        Reply late = extend(officer(SCHOOL), id, REASON);

        assertThat(late.problem()).isEqualTo("422 too-late-to-extend");
        assertThat(late.text("title")).isEqualTo("The time has run out and cannot be extended");
    }

    @Test
    void missedPromiseStaysMissed() {
        UUID id = ask();
        runOut(id, "PROMISE");
        Instant missed = time(get(motherToken(), "/v1/requests/" + id).body(), "PROMISE", "due");

        assertThat(extend(officer(SCHOOL), id, REASON).status()).isEqualTo(200);

        JsonNode after = get(motherToken(), "/v1/requests/" + id).body();
        assertThat(time(after, "PROMISE", "due")).isEqualTo(missed);
        assertThat(clock(after, "PROMISE").has("extendedFrom")).isFalse();
        awaitRow("select count(*) from request_clock where code = 'PROMISE' and overdue_noted_at is not null"
                + " and request_id = '" + id + "'");
    }

    @Test
    void whatIsAnsweredOrUnconfirmedIsNotExtended() {
        UUID answered = ask();
        post(
                officer(SCHOOL),
                "/v1/requests/" + answered + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "Vui lòng mang giấy tờ."));
        motherAgrees();
        UUID unconfirmed = post(
                        motherToken(),
                        "/v1/requests",
                        Map.of("type", "WITHDRAW", "studentId", student, "purposes", List.of(TRANSPORT)))
                .id();

        assertThat(extend(officer(SCHOOL), answered, REASON).problem()).isEqualTo("409 wrong-state");
        assertThat(extend(officer(SCHOOL), unconfirmed, REASON).problem()).isEqualTo("409 wrong-state");
    }

    @Test
    void onlyAnOfficerOfTheSchoolWhoSawTheRequestAsItIsExtendsIt() {
        UUID id = ask();
        String path = "/v1/requests/" + id + "/extension";
        String old = get(officer(SCHOOL), "/v1/requests/" + id).eTag();
        act(officer(SCHOOL), "/v1/requests/" + id + "/assignment", Map.of());

        assertThat(post(officer(SCHOOL), path, Map.of("reason", REASON), Map.of("If-Match", old))
                        .problem())
                .isEqualTo("412 stale");
        assertThat(extend(officer("sao-mai"), id, REASON).problem()).isEqualTo("404 not-found");
        assertThat(extend(motherToken(), id, REASON).status()).isEqualTo(403);
        assertThat(extend(Tokens.bearer(Role.GUARDIAN, stranger), id, REASON).status())
                .isEqualTo(403);
    }

    @Test
    void reasonIsSealed() {
        UUID id = ask();
        extend(officer(SCHOOL), id, REASON);

        assertThat(count("select count(*) from request_extension where request_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from request_extension where position(convert_to('Công ty xe', 'UTF8') in reason_sealed) > 0"))
                .isZero();
    }

    private UUID ask() {
        return post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
    }

    private Reply extend(String token, UUID id, String reason) {
        return post(token, "/v1/requests/" + id + "/extension", Map.of("reason", reason));
    }

    private List<String> events(String token, UUID id) {
        return get(token, "/v1/requests/" + id + "/timeline")
                .body()
                .path("items")
                .findValuesAsString("event");
    }

    private void runOut(UUID id, String codes) {
        database.sql(
                        "update request_clock set due = now() - interval '1 second' where request_id = $1 and code like $2")
                .bind(0, id)
                .bind(1, codes)
                .then()
                .block();
    }

    private static Instant time(JsonNode request, String code, String field) {
        return Instant.parse(clock(request, code).path(field).asString(""));
    }

    private static JsonNode clock(JsonNode request, String code) {
        return request.path("clocks")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow();
    }
}
