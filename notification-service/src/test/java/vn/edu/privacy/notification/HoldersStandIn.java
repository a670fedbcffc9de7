package vn.edu.privacy.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two holders that belong to others, and the realm's token endpoint that lets us call them. */
final class HoldersStandIn {
    static final String SECTOR = "/sector";
    static final String BUS = "/bus";
    static final String SIGNING = "/signing";
    private static final String LEDGER_KEYS = "/ledger/.well-known/jwks.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "holder-token";

    /** How long a holder that failed often is left alone, in contexts made from now on. */
    volatile String pause = "PT0.1S";

    final SignedAnswers signedAnswers = new SignedAnswers();

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .templatingEnabled(true)
            .extensions(signedAnswers));

    HoldersStandIn() {
        server.start();
    }

    void configure(DynamicPropertyRegistry registry) {
        registry.add("privacy.holders.sector-database.url", () -> server.baseUrl() + SECTOR);
        registry.add("privacy.holders.sector-database.name.vi", () -> "Cơ sở dữ liệu ngành");
        registry.add("privacy.holders.bus-company.url", () -> server.baseUrl() + BUS);
        registry.add("privacy.holders.bus-company.name.vi", () -> "Công ty xe");
        agreed(registry, "sector-database");
        agreed(registry, "bus-company");
        // those of other tests are not to wait for a holder that one of them had fail
        registry.add("privacy.holder-circuit.first", () -> pause);
        registry.add("privacy.holder-circuit.longest", () -> pause);
        registry.add("privacy.holder-client.token-url", () -> server.baseUrl() + "/token");
        registry.add("privacy.holder-client.client-secret", () -> "secret");
        registry.add("privacy.access.expiry-interval", () -> "PT0.5S");
        registry.add("privacy.live.heartbeat", () -> "PT1S");
        registry.add("privacy.access.holder-timeout", () -> "PT15S");
        registry.add("privacy.authority.interval", () -> "PT2S");
        registry.add("privacy.carrying.escalation-interval", () -> "PT1S");
        registry.add("privacy.incident.remind-interval", () -> "PT1S");
        registry.add("privacy.witness.keys-url", () -> server.baseUrl() + LEDGER_KEYS);
        registry.add("privacy.witness.again-interval", () -> "PT0.5S");
    }

    /** An agreement in force that states what it must. */
    static void agreed(DynamicPropertyRegistry registry, String holder) {
        String agreement = "privacy.holders." + holder + ".agreement.";
        registry.add(agreement + "reference", () -> "12/TT-2026");
        registry.add(agreement + "signed-on", () -> "2026-01-15");
        registry.add(
                agreement + "states",
                () -> "PURPOSE,SUBJECTS_AND_TYPES,PERIOD_AND_DELETION,LEGAL_BASIS,PROTECTION,RIGHTS,VIOLATIONS");
    }

    /** Where a holder's API is. */
    String url(String holder) {
        return server.baseUrl() + holder;
    }

    /** Both do at once what they are told and hold two pieces of data about everybody. */
    void reset() {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(unauthorized()).atPriority(10));
        server.stubFor(post("/token")
                .willReturn(
                        okJson("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        for (String holder : List.of(SECTOR, BUS)) {
            carriesOut(holder);
            holds(holder, 1, "12 Lê Lợi");
        }
        signedAnswers.with(SignedAnswers.Fault.NONE);
        server.stubFor(instruction(SIGNING).willReturn(okJson("{}").withTransformers(SignedAnswers.NAME)));
        server.stubFor(post(urlPathEqualTo(SECTOR + "/v1/students/queries")).willReturn(okJson("{\"students\":[]}")));
        server.stubFor(post(urlPathEqualTo(SECTOR + "/v1/people/queries")).willReturn(okJson("{\"people\":[]}")));
    }

    /** From now on the consent ledger publishes these keys. */
    void ledgerPublishes(String keys) {
        server.stubFor(get(LEDGER_KEYS).willReturn(okJson(keys)));
    }

    /** From now on the holder answers every instruction with this status. */
    void answersInstructions(String holder, String status) {
        server.stubFor(instruction(holder)
                .willReturn(told("\"status\":\"" + status + "\""))
                .atPriority(3));
    }

    /** From now on the holder answers every instruction about that student so. */
    void answersAbout(String holder, UUID studentId, ResponseDefinitionBuilder answer) {
        server.stubFor(instruction(holder)
                .withRequestBody(containing(studentId.toString()))
                .willReturn(answer)
                .atPriority(1));
    }

    /** From now on the holder refuses instructions of this kind. */
    void refuses(String holder, String kind, String reason) {
        server.stubFor(instruction(holder)
                .withRequestBody(matchingJsonPath("$.kind", equalTo(kind)))
                .willReturn(told("\"status\":\"REFUSED\",\"reason\":\"" + reason + "\""))
                .atPriority(2));
    }

    /** From now on the holder does at once what it is told. */
    void carriesOut(String holder) {
        Map.of("STOP", "STOPPED", "RESTRICT", "RESTRICTED", "LIFT", "LIFTED", "ERASE", "ERASED", "RECTIFY", "RECTIFIED")
                .forEach((kind, done) -> server.stubFor(instruction(holder)
                        .withRequestBody(matchingJsonPath("$.kind", equalTo(kind)))
                        .willReturn(told("\"status\":\"" + done + "\""))
                        .atPriority(3)));
    }

    private static MappingBuilder instruction(String holder) {
        return put(urlMatching(holder + "/v1/instructions/.*")).withHeader("Authorization", equalTo("Bearer " + TOKEN));
    }

    private static ResponseDefinitionBuilder told(String status) {
        return okJson("{\"instructionId\":\"{{request.pathSegments.[3]}}\"," + status + ",\"at\":\"" + Instant.now()
                        + "\"}")
                .withTransformers("response-template");
    }

    /** From now on the holder fails every call. */
    void fails(String holder, int status) {
        server.stubFor(any(urlMatching(holder + "/.*"))
                .willReturn(aResponse().withStatus(status))
                .atPriority(1));
    }

    /** From now on the holder holds so many items of that value about everybody. */
    void holds(String holder, int items, String value) {
        answers(holder, Collections.nCopies(items, item("pick-up-point", "Điểm đón", "Pick-up point", value)));
    }

    static Map<String, Object> item(String category, String vi, String en, String value) {
        return Map.of("category", category, "label", Map.of("vi", vi, "en", en), "value", value);
    }

    /** A piece of data that the holder says is about somebody else. */
    static Map<String, Object> ofOther(String category, String vi, String en, String value) {
        Map<String, Object> item = new HashMap<>(item(category, vi, en, value));
        item.put("aboutOther", true);
        return item;
    }

    /** From now on the holder holds these items about everybody. */
    void answers(String holder, List<Map<String, Object>> items) {
        sends(
                holder,
                JSON.writeValueAsString(Map.of(
                        "studentId",
                        "{{jsonPath request.body '$.studentId'}}",
                        "asOf",
                        Instant.now().toString(),
                        "items",
                        items)));
    }

    /** From now on the holder holds these items about that student. */
    void answersOf(String holder, UUID studentId, List<Map<String, Object>> items) {
        sends(
                holder,
                JSON.writeValueAsString(
                        Map.of("studentId", studentId, "asOf", Instant.now().toString(), "items", items)));
    }

    /** From now on the holder answers with this text. */
    void sends(String holder, String body) {
        // rendering megabytes takes seconds: only what names the student asked about is rendered
        server.stubFor(query(holder)
                .willReturn(body.contains("{{") ? okJson(body).withTransformers("response-template") : okJson(body)));
    }

    /** From now on the holder answers a byte now and then. */
    void drips(String holder, Duration time) {
        server.stubFor(query(holder)
                .willReturn(okJson("{" + " ".repeat(1000) + "}").withChunkedDribbleDelay(100, (int) time.toMillis())));
    }

    /** How often the holder was asked for data. */
    int asked(String holder) {
        return server.findAll(postRequestedFor(urlPathEqualTo(holder + "/v1/personal-data/queries")))
                .size();
    }

    private static MappingBuilder query(String holder) {
        return post(urlPathEqualTo(holder + "/v1/personal-data/queries"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN));
    }

    /** From now on the holder does not know the student. */
    void knowsNobody(String holder) {
        server.stubFor(post(urlPathEqualTo(holder + "/v1/personal-data/queries"))
                .willReturn(aResponse().withStatus(404)));
    }

    /** From now on the sector database knows the student by name. */
    void knows(UUID studentId, String name, String className) {
        server.stubFor(post(urlPathEqualTo(SECTOR + "/v1/students/queries"))
                .withRequestBody(containing(studentId.toString()))
                .willReturn(okJson(JSON.writeValueAsString(Map.of(
                        "students", List.of(Map.of("studentId", studentId, "name", name, "className", className)))))));
    }

    /** From now on the sector database knows the person by name. */
    void knowsPerson(UUID personId, String name) {
        server.stubFor(post(urlPathEqualTo(SECTOR + "/v1/people/queries"))
                .withRequestBody(containing(personId.toString()))
                .willReturn(okJson(JSON.writeValueAsString(
                        Map.of("people", List.of(Map.of("personId", personId, "name", name, "language", "vi")))))));
    }

    /** From now on the sector database knows an e-mail address of everybody. */
    void knowsEverybodysMail() {
        server.stubFor(post(urlPathEqualTo(SECTOR + "/v1/people/queries"))
                .willReturn(okJson("{\"people\":[{{#each (jsonPath request.body '$.personIds') as |id|}}"
                                + "{\"personId\":\"{{id}}\",\"name\":\"Nam\",\"language\":\"vi\","
                                + "\"email\":\"{{id}}@gia-dinh.example\"}{{#unless @last}},{{/unless}}{{/each}}]}")
                        .withTransformers("response-template")));
    }

    /** From now on the holder answers, and knows of nothing. */
    void knowsNothing(String holder) {
        server.stubFor(any(urlMatching(holder + "/.*")).willReturn(aResponse().withStatus(404)));
    }

    /** Every call that a holder got. */
    List<LoggedRequest> calls(String holder) {
        return server.findAll(anyRequestedFor(urlMatching(holder + "/.*")));
    }

    /** The bodies under which an instruction was put, to whichever holder. */
    List<String> putAs(String instruction) {
        return server.findAll(putRequestedFor(urlMatching("/[a-z]+/v1/instructions/" + instruction))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** The instructions about a student that a holder was sent; other tests may have left some about others waiting. */
    List<JsonNode> instructions(String holder, UUID studentId) {
        return server.findAll(putRequestedFor(urlMatching(holder + "/v1/instructions/.*"))).stream()
                .map(request -> JSON.readTree(request.getBodyAsString()))
                .filter(body -> body.path("studentId").asString("").equals(studentId.toString()))
                .toList();
    }
}
