package vn.edu.privacy.standalone.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.standalone.demo.DemoPerson;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.machine.Web;

/** The stand-in keeps the contract of data holders, over HTTP; every answer is held to data-holder.yaml. */
class SectorDatabaseIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenApi CONTRACT = OpenApi.of("data-holder");
    private static final UUID STUDENT = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    private static final UUID NOBODY = UUID.fromString("0198f000-0000-7000-8000-00000000ffff");
    private static final String INSTRUCTION = "/sector-database/v1/instructions/0198f000-0000-7000-8000-0000000000aa";

    private static final String BUS_INSTRUCTION =
            "/sao-mai-transport/v1/instructions/0198f000-0000-7000-8000-0000000000a";

    @TempDir
    private Path folder;

    private final HandSetClock clock = new HandSetClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Web web = new Web();
    private TokenIssuer realm;
    private SectorDatabase sector;
    private DemoStudent student;
    private String token;
    private Map<String, Object> signature = Map.of();
    private boolean unsigned;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        realm = new TokenIssuer();
        SectorStore store = SectorStore.open(folder.resolve("sector.json"), LocalDate.of(2026, 11, 24));
        student = store.world().exemplary().getFirst();
        store.rememberStudentIds(Map.of(student.sectorId(), STUDENT));
        sector = SectorDatabase.start(
                0,
                store,
                new Bearers(TokenIssuer.ISSUER, new PublishedKeys(realm.keysAddress(), web), clock),
                new Signatures(new PublishedKeys(realm.keysAddress(), web), realm.pem(), clock),
                Duration.ofSeconds(2),
                List::of,
                new PhoneSink("key", clock),
                clock);
        token = realm.sign(realm.claims(clock.instant()));
    }

    @AfterEach
    void stop() {
        sector.close();
        realm.close();
        web.close();
        http.close();
    }

    @Test
    void anInstructionIsReceivedThenStoppedAndRepeatingItChangesNothing() throws Exception {
        String received = clock.instant().toString();
        assertInstruction(put(INSTRUCTION, stop(STUDENT, "school-transport")), "RECEIVED", received);

        clock.forward(Duration.ofSeconds(1));
        assertInstruction(put(INSTRUCTION, stop(STUDENT, "school-transport")), "RECEIVED", received);

        clock.forward(Duration.ofSeconds(1));
        String stopped = clock.instant().toString();
        clock.forward(Duration.ofSeconds(9));
        assertInstruction(put(INSTRUCTION, stop(STUDENT, "school-transport")), "STOPPED", stopped);
        assertInstruction(get(INSTRUCTION), "STOPPED", stopped);
    }

    @ParameterizedTest
    @CsvSource({"RESTRICT,RESTRICTED", "LIFT,LIFTED", "ERASE,ERASED", "STOP,STOPPED"})
    void eachKindOfInstructionIsDoneInItsOwnWay(String kind, String done) throws Exception {
        put(INSTRUCTION, stop(STUDENT, "school-transport").replace("STOP", kind));
        clock.forward(Duration.ofSeconds(2));
        assertInstruction(get(INSTRUCTION), done, clock.instant().toString());
    }

    @Test
    void whatWasErasedIsNoLongerHeldAndWhatWasRectifiedIsRight() throws Exception {
        put(
                BUS_INSTRUCTION + "1",
                stop(STUDENT, "school-transport").replace("STOP", "ERASE").replace("bus-route", "pick-up-point"));
        put(
                BUS_INSTRUCTION + "2",
                stop(STUDENT, "school-transport")
                        .replace("STOP", "RECTIFY")
                        .replaceFirst("\\{", "{\"corrections\":[{\"category\":\"bus-route\",\"value\":\"Tuyến 9\"}],"));
        assertThat(held()).hasSize(4).doesNotContain("Tuyến 9");

        clock.forward(Duration.ofSeconds(2));
        assertThat(held()).hasSize(3).contains("Tuyến 9");
    }

    @Test
    void anEraseWithoutDataOrARectifyWithoutWhatIsRightIsNotDone() throws Exception {
        assertProblem(put(INSTRUCTION, stop(STUDENT, "school-transport").replace("STOP", "RECTIFY")), 422);
        assertProblem(
                put(
                        INSTRUCTION,
                        stop(STUDENT, "school-transport")
                                .replace("STOP", "ERASE")
                                .replace("[\"bus-route\"]", "[]")),
                422);
        assertProblem(put(INSTRUCTION, stop(STUDENT, "school-transport").replace("STOP", "SELL")), 422);
        assertProblem(get(INSTRUCTION), 404);
    }

    /** The values that the bus company says it holds. */
    private List<String> held() throws Exception {
        return fits(
                        post(
                                "/sao-mai-transport/v1/personal-data/queries",
                                "{\"studentId\":\"%s\",\"dataCategories\":[]}".formatted(STUDENT)),
                        "PersonalData")
                .path("items")
                .findValuesAsString("value");
    }

    @Test
    void theSameIdForSomethingElseIsAConflictAndLeavesTheFirst() throws Exception {
        String received = clock.instant().toString();
        put(INSTRUCTION, stop(STUDENT, "school-transport"));

        assertProblem(put(INSTRUCTION, stop(STUDENT, "boarding-meals")), 409);
        assertInstruction(get(INSTRUCTION), "RECEIVED", received);
    }

    @Test
    void eachHolderHasItsOwnInstructions() throws Exception {
        put(INSTRUCTION, stop(STUDENT, "school-transport"));

        assertProblem(get(INSTRUCTION.replace("sector-database", "sao-mai-transport")), 404);
    }

    @Test
    void anUnknownStudentIsNotFound() throws Exception {
        assertProblem(put(INSTRUCTION, stop(NOBODY, "school-transport")), 404);
        assertProblem(get(INSTRUCTION), 404);
        assertProblem(
                post(
                        "/sector-database/v1/personal-data/queries",
                        "{\"studentId\":\"%s\",\"dataCategories\":[]}".formatted(NOBODY)),
                404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"kind\":\"STOP\",\"studentId\":\"me\"}",
                "{\"kind\":\"STOP\",\"studentId\":\"0198f000-0000-7000-8000-000000000001\",\"purpose\":\"x\","
                        + "\"dataCategories\":[],\"requestId\":\"0198f000-0000-7000-8000-0000000000bb\",\"dueBy\":\"soon\"}"
            })
    void anInstructionThatCannotBeReadIsABadRequest(String body) throws Exception {
        assertProblem(put(INSTRUCTION, body), 400);
    }

    @Test
    void onlyTheCategoriesThatWereAskedForAreAnswered() throws Exception {
        HttpResponse<String> answer = post(
                "/sector-database/v1/personal-data/queries",
                "{\"studentId\":\"%s\",\"dataCategories\":[\"class-name\",\"full-name\",\"shoe-size\"]}"
                        .formatted(STUDENT));

        JsonNode data = fits(answer, "PersonalData");
        assertThat(data.path("items")
                        .valueStream()
                        .map(item -> item.path("category").asString()))
                .containsExactly("full-name", "class-name");
        assertThat(data.at("/items/0/value").asString())
                .isEqualTo(student.person().name());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void everythingIsAnsweredWhenNoCategoryIsNamed() throws Exception {
        JsonNode data = fits(
                post(
                        "/sao-mai-transport/v1/personal-data/queries",
                        "{\"studentId\":\"%s\",\"dataCategories\":[]}".formatted(STUDENT)),
                "PersonalData");

        assertThat(data.path("items")
                        .valueStream()
                        .map(item -> item.path("category").asString()))
                .containsExactly("full-name", "pick-up-point", "bus-route", "guardian-phone");
    }

    @Test
    void unknownPeopleAndStudentsAreLeftOut() throws Exception {
        DemoPerson person = student.person();

        JsonNode people = fits(
                post(
                        "/sector-database/v1/people/queries",
                        "{\"personIds\":[\"%s\",\"%s\"]}".formatted(NOBODY, person.personId())),
                "People");
        JsonNode students = fits(
                post(
                        "/sector-database/v1/students/queries",
                        "{\"studentIds\":[\"%s\",\"%s\"]}".formatted(STUDENT, NOBODY)),
                "Students");

        assertThat(people.path("people")
                        .valueStream()
                        .map(known -> known.path("name").asString()))
                .containsExactly(person.name());
        assertThat(students.path("students")
                        .valueStream()
                        .map(known -> known.path("studentId").asString()))
                .containsExactly(STUDENT.toString());
    }

    @Test
    void whatIsAGuardiansOwnIsHeldAndUsedOnlyAsTheyHadItTold() throws Exception {
        UUID guardian = student.guardians().getFirst().personId();
        assertThat(own(guardian)).containsExactly("person-full-name", "person-phone", "person-email", "person-address");
        assertThat(reached(guardian)).contains("phone", "email");
        assertProblem(put(BUS_INSTRUCTION + "3", own(guardian, "RESTRICT", "person-phone")), 404);

        put(INSTRUCTION, own(guardian, "RESTRICT", "person-phone"));
        clock.forward(Duration.ofSeconds(2));
        assertThat(reached(guardian)).contains("email").doesNotContain("phone");
        assertThat(own(guardian)).as("stored").contains("person-phone");

        put(INSTRUCTION.replaceAll(".$", "1"), own(guardian, "LIFT", "person-phone"));
        clock.forward(Duration.ofSeconds(2));
        assertThat(reached(guardian)).contains("phone", "email");

        put(INSTRUCTION.replaceAll(".$", "2"), own(guardian, "ERASE", "person-email"));
        clock.forward(Duration.ofSeconds(2));
        assertThat(reached(guardian)).contains("phone").doesNotContain("email");
        assertThat(own(guardian)).containsExactly("person-full-name", "person-phone", "person-address");
    }

    private static String own(UUID guardian, String kind, String category) {
        return stop(guardian, "contact-book").replace("STOP", kind).replace("bus-route", category);
    }

    private List<String> own(UUID guardian) throws Exception {
        return fits(
                        post(
                                "/sector-database/v1/personal-data/queries",
                                "{\"studentId\":\"%s\",\"dataCategories\":[]}".formatted(guardian)),
                        "PersonalData")
                .path("items")
                .findValuesAsString("category");
    }

    /** By what the sector database says that a person can be reached. */
    private Set<String> reached(UUID person) throws Exception {
        return Set.copyOf(
                fits(post("/sector-database/v1/people/queries", "{\"personIds\":[\"%s\"]}".formatted(person)), "People")
                        .at("/people/0")
                        .propertyNames());
    }

    @Test
    void aTokenThatIsNotForHoldersIsTurnedAway() throws Exception {
        assertThat(get(INSTRUCTION).statusCode()).as("the good token").isEqualTo(404);

        assertTurnedAway(401, null);
        assertTurnedAway(401, "not.a.token");
        assertTurnedAway(401, with("aud", List.of("consent-service", "notification-service")));
        assertTurnedAway(401, with("aud", "data-holders-of-another"));
        assertTurnedAway(401, with("iss", "http://elsewhere.example/realms/schools"));
        assertTurnedAway(401, with("exp", clock.instant().getEpochSecond()));
        try (TokenIssuer foreign = new TokenIssuer()) {
            assertTurnedAway(401, foreign.sign(foreign.claims(clock.instant())));
        }
        assertTurnedAway(403, with("realm_access", Map.of("roles", List.of("guardian"))));
    }

    @ParameterizedTest
    @CsvSource({
        "iss,somebody",
        "aud,sao-mai-transport",
        "htm,POST",
        "htu,/v1/instructions/0198f000-0000-7000-8000-0000000000ab",
        "digest,47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
        "exp,1"
    })
    void aSignatureOfSomethingElseIsTurnedAway(String claim, String value) throws Exception {
        signature = Map.of(claim, claim.equals("exp") ? (Object) 1 : value);
        assertProblem(put(INSTRUCTION, stop(STUDENT, "school-transport")), 401);
        signature = Map.of();
        assertThat(put(INSTRUCTION, stop(STUDENT, "school-transport")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatNobodySignedIsTurnedAway() throws Exception {
        unsigned = true;
        assertProblem(put(INSTRUCTION, stop(STUDENT, "school-transport")), 401);
        assertProblem(get(INSTRUCTION), 401);
    }

    @Test
    void anAnswerToAnInstructionIsSignedForThisCall() throws Exception {
        HttpResponse<String> answer = put(INSTRUCTION, stop(STUDENT, "school-transport"));
        String signed = answer.headers().firstValue("Answer-Signature").orElseThrow();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(signed.split("\\.")[1]));
        assertThat(claims.path("iss").asString()).isEqualTo("sector-database");
        assertThat(claims.path("aud").asString()).isEqualTo("notification-service");
        assertThat(claims.path("req").asString()).isEqualTo("call-1");
        assertThat(claims.path("sub").asString()).isEqualTo(INSTRUCTION.substring(INSTRUCTION.length() - 36));
        assertThat(claims.path("digest").asString()).isEqualTo(digest(answer.body()));
    }

    @Test
    void oneAudienceMayBeAPlainText() throws Exception {
        token = with("aud", "data-holders");

        assertThat(get(INSTRUCTION).statusCode()).isEqualTo(404);
    }

    private void assertTurnedAway(int status, String bearer) throws Exception {
        token = bearer;
        assertProblem(put(INSTRUCTION, stop(STUDENT, "school-transport")), status);
        assertProblem(
                post(
                        "/sector-database/v1/personal-data/queries",
                        "{\"studentId\":\"%s\",\"dataCategories\":[]}".formatted(STUDENT)),
                status);
    }

    private String with(String claim, Object value) throws GeneralSecurityException {
        Map<String, Object> claims = new HashMap<>(realm.claims(clock.instant()));
        claims.put(claim, value);
        return realm.sign(claims);
    }

    private static String stop(UUID studentId, String purpose) {
        return JSON.writeValueAsString(Map.of(
                "kind",
                "STOP",
                "studentId",
                studentId,
                "schoolId",
                "le-quy-don",
                "purpose",
                purpose,
                "dataCategories",
                List.of("bus-route"),
                "requestId",
                "0198f000-0000-7000-8000-0000000000bb",
                "dueBy",
                "2026-11-27T09:00:00Z"));
    }

    private static void assertInstruction(HttpResponse<String> answer, String status, String at) {
        JsonNode state = fits(answer, "InstructionStatus");
        assertThat(state.path("status").asString()).isEqualTo(status);
        assertThat(state.path("at").asString()).isEqualTo(at);
    }

    private static JsonNode fits(HttpResponse<String> answer, String schema) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return fits(answer, "application/json", schema);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(fits(answer, "application/problem+json", "Problem")
                        .path("status")
                        .asInt())
                .isEqualTo(status);
    }

    private static JsonNode fits(HttpResponse<String> answer, String type, String schema) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(CONTRACT.violations(JSON.valueToTree(Map.of("$ref", "#/components/schemas/" + schema)), body))
                .as(answer.body())
                .isEmpty();
        return body;
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send(request("PUT", path, body).PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request("POST", path, body).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request("GET", path, "").GET());
    }

    private HttpRequest.Builder request(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sector.port() + path))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (unsigned) {
            return request;
        }
        String[] parts = path.split("/", 3);
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                "notification-service",
                "aud",
                parts[1],
                "exp",
                clock.instant().plusSeconds(300).getEpochSecond(),
                "jti",
                "call-1",
                "htm",
                method,
                "htu",
                "/" + parts[2],
                "digest",
                digest(body)));
        claims.putAll(signature);
        return request.header("Request-Signature", realm.sign(claims, "holder-request+jwt"));
    }

    private static String digest(String body) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
