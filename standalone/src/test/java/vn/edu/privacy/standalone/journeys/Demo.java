package vn.edu.privacy.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people and systems of the demo, and what they do by API. */
final class Demo {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode file;
    private final HttpClient http = HttpClient.newHttpClient();

    private Demo(JsonNode file) {
        this.file = file;
    }

    static Demo read(Path file) throws IOException {
        return new Demo(JSON.readTree(Files.readString(file)));
    }

    String consents(String path) {
        return file.get("consent").asString() + path;
    }

    String rights(String path) {
        return file.get("notification").asString() + path;
    }

    /** The first person of a role that fits. */
    JsonNode person(String role, Predicate<JsonNode> fits) {
        return people(role).filter(fits).findFirst().orElseThrow();
    }

    JsonNode first(String role) {
        return person(role, any -> true);
    }

    /** Everybody who is a guardian of that student. */
    List<JsonNode> guardiansOf(String studentId) {
        return people("guardian")
                .filter(each -> studentsOf(each).contains(studentId))
                .toList();
    }

    Stream<JsonNode> people(String role) {
        return file.get("people")
                .valueStream()
                .filter(person -> person.get("role").asString().equals(role));
    }

    /** A student of the first school for whom nobody has answered, and of whose people just these sides are asked. */
    String studentWhoseAnswerNeeds(String purpose, String... sides) {
        String officer = token(first("school-officer"));
        return people("guardian")
                .flatMap(guardian -> studentsOf(guardian).stream())
                .distinct()
                .filter(student -> missing(officer, student, purpose).equals(List.of(sides)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> missing(String officer, String student, String purpose) {
        return get(officer, consents("/v1/students/" + student + "/consents"))
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("purpose").asString("").equals(purpose))
                .flatMap(item -> item.path("missing").valueStream())
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    /** A guardian who may act for the student today. */
    JsonNode actingGuardianOf(String studentId) {
        return guardiansOf(studentId).stream()
                .filter(each -> get(token(each), consents("/v1/students/" + studentId + "/consents"))
                                .status()
                        == 200)
                .findFirst()
                .orElseThrow();
    }

    static List<String> studentsOf(JsonNode person) {
        return person.get("studentIds").valueStream().map(JsonNode::asString).toList();
    }

    static String studentOf(JsonNode person) {
        return studentsOf(person).getFirst();
    }

    /** A token of a person, by the demo realm's password grant. */
    String token(JsonNode person) {
        return granted(grant(Map.of(
                "grant_type",
                "password",
                "client_id",
                "demo-cli",
                "username",
                person.get("username").asString(),
                "password",
                person.get("password").asString())));
    }

    /** A token of the first school's own system. */
    String schoolToken() {
        return granted(askForToken(school()));
    }

    /** What the realm answers to a school's system that asks for a token. */
    Answer askForToken(JsonNode system) {
        return grant(Map.of(
                "grant_type", "client_credentials",
                "client_id", system.get("clientId").asString(),
                "client_secret", system.get("clientSecret").asString()));
    }

    /** The system of that school. */
    JsonNode system(String schoolId) {
        return file.get("systems")
                .valueStream()
                .filter(one -> one.path("schoolId").asString("").equals(schoolId))
                .findFirst()
                .orElseThrow();
    }

    static String granted(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("access_token").asString();
    }

    String schoolId() {
        return school().get("schoolId").asString();
    }

    /** What the school's system is told now. */
    String check(String schoolToken, String studentId, String purpose) {
        Answer answer = post(
                schoolToken,
                consents("/v1/checks"),
                Map.of("schoolId", schoolId(), "studentId", studentId, "purpose", purpose));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("answer").asString();
    }

    /** A person reads the notice and agrees. */
    void agree(String token, String studentId, String purpose) {
        String student = consents("/v1/students/" + studentId);
        Answer notice = post(token, student + "/served-notices", Map.of("purpose", purpose, "language", "vi"));
        Answer decision = post(
                token,
                student + "/decisions",
                Map.of(
                        "method",
                        "PORTAL_TICK",
                        "decisions",
                        List.of(Map.of(
                                "purpose",
                                purpose,
                                "decision",
                                "GIVEN",
                                "notice",
                                notice.body().path("id").asString("")))));
        assertThat(decision.status()).as(decision.body().toString()).isEqualTo(201);
    }

    Answer get(String token, String address) {
        return send(request(token, address).GET());
    }

    Answer post(String token, String address, @Nullable Object body) {
        HttpRequest.Builder request = request(token, address)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return send(
                body == null
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String token, String address, Object body) {
        return send(request(token, address)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Everything that the mail sink has taken, as it shows it. */
    String mail() {
        return read(HttpRequest.newBuilder(URI.create("http://127.0.0.1:18083/mail")))
                .body();
    }

    private JsonNode school() {
        return file.get("systems")
                .valueStream()
                .filter(one -> one.get("role").asString().equals("school-system"))
                .findFirst()
                .orElseThrow();
    }

    private Answer grant(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(file.get("keycloak").asString() + "/realms/"
                        + file.get("realm").asString() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String token, String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> answer = read(request);
        return new Answer(
                answer.statusCode(), answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body()));
    }

    private HttpResponse<String> read(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * An answer of an API.
     *
     * @param status of HTTP
     * @param body JSON; missing when there is none
     */
    record Answer(int status, JsonNode body) {}
}
