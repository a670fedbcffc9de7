package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.RecordChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.Browser.Page;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** The registry of holders: who may be connected, who signs, and what a dead one costs the others. */
class HoldersIT extends RightsCase {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DEAD = "/dead";
    private static final List<String> EVERYTHING = List.of(
            "PURPOSE",
            "SUBJECTS_AND_TYPES",
            "PERIOD_AND_DELETION",
            "LEGAL_BASIS",
            "PROTECTION",
            "RIGHTS",
            "VIOLATIONS");

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void moreHolders(DynamicPropertyRegistry registry) {
        registry.add("privacy.holders.signing-company.url", () -> HOLDERS.url(HoldersStandIn.SIGNING));
        registry.add("privacy.holders.signing-company.name.vi", () -> "Công ty có ký");
        registry.add(
                "privacy.holders.signing-company.key",
                () -> HOLDERS.signedAnswers.key.toPublicJWK().toJSONString());
        HoldersStandIn.agreed(registry, "signing-company");
        registry.add("privacy.holders.dead-company.url", () -> HOLDERS.url(DEAD));
        registry.add("privacy.holders.dead-company.name.vi", () -> "Công ty không trả lời");
        HOLDERS.pause = "PT10M";
    }

    @AfterAll
    static void asBefore() {
        HOLDERS.pause = "PT0.1S";
    }

    @Test
    @Rule("R-ROLE-01")
    void nobodyIsConnectedWithoutAnAgreementInForceThatStatesEverything() {
        Map<String, Object> connected = kept("https://lms.example/api");
        assertThat(keep("lms-company", connected).problem()).isEqualTo("422 holder-agreement-missing");
        connected.put("agreement", agreement(EVERYTHING.subList(1, 7), null));
        assertThat(keep("lms-company", connected).problem()).isEqualTo("422 holder-agreement-missing");
        connected.put(
                "agreement", agreement(EVERYTHING, LocalDate.now().minusDays(2).toString()));
        assertThat(keep("lms-company", connected).problem()).isEqualTo("422 holder-agreement-missing");
        assertThat(holder("lms-company").isMissingNode()).isTrue();

        connected.put("agreement", agreement(EVERYTHING, null));
        assertThat(keep("lms-company", connected).status()).isEqualTo(204);
        assertThat(holder("lms-company").path("mayReceive").asBoolean()).isTrue();
        assertThat(holder("lms-company").path("channel").asString("")).isEqualTo("API");
        assertThat(keep("archive-office", kept(null)).status()).isEqualTo(204);
        assertThat(holder("archive-office").path("channel").asString("")).isEqualTo("MANUAL");
    }

    @Test
    void onlyDataProtectionOfficersKeepTheRegistry() {
        assertThat(exchange(HttpMethod.PUT, officer(SCHOOL), "/v1/holders/lms-company", key(), kept(null))
                        .status())
                .isEqualTo(403);
        assertThat(exchange(HttpMethod.PUT, motherToken(), "/v1/holders/lms-company", key(), kept(null))
                        .status())
                .isEqualTo(403);
        assertThat(act(officer(SCHOOL), "/v1/holders/bus-company/probe", Map.of())
                        .status())
                .isEqualTo(403);
        Page page = Browser.officer(context, SCHOOL).open("/officer/holders");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.offers("/officer/holders/entry")).isFalse();
    }

    @Test
    void aSuspendedHolderIsToldToStopAndGivenNoData() {
        String code = purposeOf("bus-company");
        assertThat(post(dpo(), "/v1/holders/bus-company/suspension", Map.of("reason", "Lộ dữ liệu"))
                        .status())
                .isEqualTo(204);
        changed(code, "PERMIT", "DENY");
        awaitRow(told("STOP", "STOPPED"));
        changed(code, "DENY", "PERMIT");
        awaitRow("select count(*) from instruction where action = 'LIFT' and attempts = 0"
                + " and next_attempt_at > now() + interval '20 seconds' and student_id = '" + student + "'");

        assertThat(act(dpo(), "/v1/holders/bus-company/resumption", Map.of()).status())
                .isEqualTo(204);
        database.sql("update instruction set next_attempt_at = now() where action = 'LIFT' and student_id = '" + student
                        + "'")
                .then()
                .block();
        awaitRow(told("LIFT", "LIFTED"));
        assertThat(act(dpo(), "/v1/holders/bus-company/resumption", Map.of()).problem())
                .isEqualTo("409 wrong-state");
    }

    @Test
    void aDeadHolderIsLeftAloneAndHoldsUpNobody() {
        HOLDERS.fails(DEAD, 503);
        String code = purposeOf("dead-company", "bus-company");
        List<UUID> students = new ArrayList<>();
        for (int each = 0; each < 12; each++) {
            student = UUID.randomUUID();
            students.add(student);
            changed(code, "PERMIT", "DENY");
        }
        String among = " and purpose = '" + code + "'";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from instruction where holder = 'bus-company' and state = 'STOPPED'"
                                + among)
                        == students.size());
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        holder("dead-company").at("/health/consecutiveFailures").asInt(0) >= 5);
        int calls = HOLDERS.calls(DEAD).size();
        // eight are under way at once when the fifth of them fails
        assertThat(calls).isBetween(5, 12);
        assertThat(holder("dead-company").at("/health/lastFailure").asString(""))
                .isEqualTo("HTTP_503");
        assertThat(count(
                        "select count(*) from instruction where holder = 'dead-company' and state = 'PENDING'" + among))
                .isEqualTo(students.size());

        HOLDERS.reset();
        HOLDERS.knowsNothing(DEAD);
        JsonNode probe = act(dpo(), "/v1/holders/dead-company/probe", Map.of()).body();
        assertThat(probe.path("reached").asBoolean()).isTrue();
        assertThat(probe.path("answer").asString("")).isEqualTo("HTTP_404");
    }

    @Test
    void everyCallIsSignedForThisHolderThisOperationAndThisBody() throws Exception {
        String code = purposeOf("bus-company");
        changed(code, "PERMIT", "DENY");
        awaitRow(told("STOP", "STOPPED"));
        Browser.officer(context, SCHOOL).open("/officer/instructions");

        String keys = new String(
                Objects.requireNonNull(WebTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port + "/rights")
                        .build()
                        .get()
                        .uri("/.well-known/jwks.json")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
        RSAKey published = (RSAKey) JWKSet.parse(keys).getKeys().getFirst();
        assertThat(published.isPrivate()).isFalse();
        List<LoggedRequest> calls = new ArrayList<>(HOLDERS.calls(HoldersStandIn.BUS));
        calls.addAll(HOLDERS.calls(HoldersStandIn.SECTOR));
        assertThat(calls)
                .anyMatch(call -> call.getUrl().contains("/v1/instructions/"))
                .anyMatch(call -> call.getUrl().endsWith("/v1/students/queries"));
        for (LoggedRequest call : calls) {
            JWSObject signed = JWSObject.parse(call.getHeader("Request-Signature"));
            assertThat(signed.verify(new RSASSAVerifier(published))).isTrue();
            assertThat(signed.getHeader().getType().getType()).isEqualTo("holder-request+jwt");
            JsonNode claims = JSON.readTree(signed.getPayload().toString());
            boolean bus = call.getUrl().startsWith(HoldersStandIn.BUS);
            assertThat(claims.path("aud").asString("")).isEqualTo(bus ? "bus-company" : "sector-database");
            assertThat(claims.path("htm").asString(""))
                    .isEqualTo(call.getMethod().getName());
            assertThat(call.getUrl())
                    .isEqualTo((bus ? HoldersStandIn.BUS : HoldersStandIn.SECTOR)
                            + claims.path("htu").asString(""));
            assertThat(claims.path("digest").asString("")).isEqualTo(SignedAnswers.digest(call.getBody()));
            assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
                    .isBefore(Instant.now().plusSeconds(301));
        }
    }

    @Test
    void whatAHolderSignedIsKeptAsProofThatVerifiesWithoutUs() throws Exception {
        String code = purposeOf("signing-company");
        changed(code, "PERMIT", "DENY");
        awaitRow(told("STOP", "STOPPED"));
        UUID id = database.sql("select id from instruction where student_id = '" + student + "'")
                .mapValue(UUID.class)
                .one()
                .block();

        JsonNode kept = get(officer(SCHOOL), "/v1/instructions/" + id + "/acknowledgements")
                .body()
                .path("items");
        assertThat(kept).hasSize(1);
        JWSObject signed = JWSObject.parse(kept.get(0).path("signed").asString(""));
        assertThat(signed.verify(new ECDSAVerifier(HOLDERS.signedAnswers.key))).isTrue();
        JsonNode claims = JSON.readTree(signed.getPayload().toString());
        assertThat(claims.path("sub").asString("")).isEqualTo(id.toString());
        assertThat(claims.path("digest").asString(""))
                .isEqualTo(SignedAnswers.digest(
                        kept.get(0).path("body").asString("").getBytes(StandardCharsets.UTF_8)));
        assertThat(get(officer("sao-mai"), "/v1/instructions/" + id + "/acknowledgements")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @ParameterizedTest
    @EnumSource(value = SignedAnswers.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAnswerWithoutTheHoldersGoodSignatureIsTakenAsNone(SignedAnswers.Fault fault) {
        HOLDERS.signedAnswers.with(fault);
        String code = purposeOf("signing-company");
        changed(code, "PERMIT", "DENY");
        awaitRow("select count(*) from instruction where attempts > 1 and student_id = '" + student + "'");
        assertThat(count(told("STOP", "STOPPED"))).isZero();
        assertThat(count("select count(*) from acknowledgement where student_id = '" + student + "'"))
                .isZero();
        HOLDERS.signedAnswers.with(SignedAnswers.Fault.NONE);
        database.sql("update instruction set next_attempt_at = now() where student_id = '" + student + "'")
                .then()
                .block();
        awaitRow(told("STOP", "STOPPED"));
    }

    @Test
    void theOfficersPageEntersAHolderAndSaysWhatIsMissing() {
        Browser officer = Browser.staff(context, Role.DATA_PROTECTION_OFFICER, SCHOOL);
        Page page = officer.open("/officer/holders");
        assertThat(page.html()).contains("Công ty xe", "12/TT-2026", "được nhận dữ liệu");
        Map<String, String> form = new HashMap<>(Map.of(
                "code", "photo-studio", "vi", "Hiệu ảnh", "en", "Photo studio", "url", "https://photo.example/api"));
        Page sentBack = officer.send(page, "/officer/holders/entry", form);
        assertThat(sentBack.status()).isEqualTo(422);
        assertThat(sentBack.html()).contains("Muốn nối thì phải có thỏa thuận");
        form.remove("url");
        form.put("url", "");
        assertThat(officer.send(sentBack, "/officer/holders/entry", form).target())
                .isEqualTo("/officer/holders");
        assertThat(officer.open("/officer/holders?lang=en").html()).contains("Photo studio");
    }

    private String told(String action, String state) {
        return "select count(*) from instruction where action = '" + action + "' and state = '" + state
                + "' and student_id = '" + student + "'";
    }

    private String purposeOf(String... holders) {
        String code = "purpose-" + UUID.randomUUID().toString().substring(0, 8);
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        code,
                        1,
                        "MAJOR",
                        "CONSENT",
                        false,
                        List.of("full-name"),
                        Map.of("vi", "Việc thử", "en", "Trial"),
                        Map.of("vi", "Không.", "en", "No."),
                        List.of(holders).stream()
                                .map(holder -> new PurposePublishedV1.Recipient(holder, Map.of("vi", holder)))
                                .toList(),
                        Instant.now(),
                        List.of()));
        awaitRow("select count(*) from known_purpose where code = '" + code + "'");
        return code;
    }

    private void changed(String purpose, String before, String after) {
        Topic.send(
                Topics.DECISIONS,
                student,
                RecordChangedV1.TYPE,
                new RecordChangedV1(
                        UUID.randomUUID(),
                        student,
                        SCHOOL,
                        purpose,
                        "2026-2027",
                        "EXPIRED",
                        after,
                        before,
                        "TIME",
                        Instant.now()));
    }

    private static Map<String, Object> kept(String url) {
        Map<String, Object> body = new HashMap<>(Map.of("name", Map.of("vi", "Công ty học liệu", "en", "LMS company")));
        if (url != null) {
            body.put("url", url);
        }
        return body;
    }

    private static Map<String, Object> agreement(List<String> states, String until) {
        Map<String, Object> agreement = new HashMap<>(
                Map.of("reference", "7/TT", "signedOn", "2026-01-05", "from", "2026-01-06", "states", states));
        if (until != null) {
            agreement.put("until", until);
        }
        return agreement;
    }

    private Reply keep(String code, Map<String, Object> body) {
        return exchange(HttpMethod.PUT, dpo(), "/v1/holders/" + code, key(), body);
    }

    private JsonNode holder(String code) {
        return get(dpo(), "/v1/holders")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString("").equals(code))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String dpo() {
        return Tokens.system(Role.DATA_PROTECTION_OFFICER, SCHOOL);
    }
}
