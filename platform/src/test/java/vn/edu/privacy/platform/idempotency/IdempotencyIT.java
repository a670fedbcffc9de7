package vn.edu.privacy.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;

@RealParts
@Import({IdempotencyProbe.class, IdempotencyProbe.Things.class})
@TestPropertySource(properties = "privacy.idempotency.exempt=/v1/questions")
class IdempotencyIT {
    private static final String PARENT = Tokens.bearer(Role.GUARDIAN, UUID.randomUUID());

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    StoredResponses responses;

    @Autowired
    IdempotencyProbe.Things things;

    WebTestClient client = WebTestClient.bindToServer().build();
    String key = UUID.randomUUID().toString();

    @BeforeEach
    void emptyTable() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        StepVerifier.create(database.sql("create table if not exists thing (name text)")
                        .then()
                        .then(database.sql("truncate thing, idempotent_response")
                                .then()))
                .verifyComplete();
        things.calls.set(0);
    }

    @Test
    void aWriteRepeatedWithItsKeyHappensOnceAndAnswersTheSame() {
        EntityExchangeResult<byte[]> first = post("/v1/things", PARENT, key, "desk", 201);
        EntityExchangeResult<byte[]> second = post("/v1/things", PARENT, key, "desk", 201);

        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getLocation())
                .isNotNull()
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(first.getResponseHeaders().getFirst(IdempotencyFilter.REPLAYED))
                .isNull();
        assertThat(second.getResponseHeaders().getFirst(IdempotencyFilter.REPLAYED))
                .isEqualTo("true");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void writesThatArriveTogetherWithOneKeyHappenOnce() {
        WebClient web = WebClient.create("http://127.0.0.1:" + port);
        Flux<String> bodies = Flux.range(0, 6)
                .flatMap(
                        n -> web.post()
                                .uri("/v1/things")
                                .header(HttpHeaders.AUTHORIZATION, PARENT)
                                .header(WriteRequest.HEADER, key)
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue("{\"name\":\"desk\"}")
                                .retrieve()
                                .bodyToMono(String.class)
                                .subscribeOn(Schedulers.parallel()),
                        6);

        StepVerifier.create(bodies.distinct().count()).expectNext(1L).verifyComplete();
        assertThat(things.calls).hasValue(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theKeyBelongsToItsCallerAndRoute() {
        post("/v1/things", PARENT, key, "desk", 201);
        post("/v1/things", Tokens.bearer(Role.GUARDIAN, UUID.randomUUID()), key, "desk", 201);

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAConflict() {
        post("/v1/things", PARENT, key, "desk", 201);

        assertThat(problem(post("/v1/things", PARENT, key, "chair", 409))).contains("/problems/idempotency-key-reused");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void errorsRollBackWhatTheHandlerWroteAndMayBeTriedAgain() {
        assertThat(problem(post("/v1/things", PARENT, key, "refused", 409))).contains("/problems/conflict");
        post("/v1/things", PARENT, UUID.randomUUID().toString(), "broken", 500);
        post("/v1/things", PARENT, UUID.randomUUID().toString(), "unavailable", 503);
        assertThat(rows()).isZero();

        post("/v1/things", PARENT, key, "desk", 201);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aWriteWithoutAUsableKeyIsRefusedBeforeItIsHandled() {
        for (String bad : List.of("short", "x".repeat(129), "with space in it", "khóa-không-hợp")) {
            assertThat(problem(post("/v1/things", PARENT, bad, "desk", 400)))
                    .contains("/problems/idempotency-key-missing");
        }
        assertThat(problem(post("/v1/things", PARENT, null, "desk", 400)))
                .contains("/problems/idempotency-key-missing");
        assertThat(things.calls).hasValue(0);
    }

    @Test
    void exemptWritesNeedNoKey() {
        post("/v1/questions", PARENT, null, "desk", 201);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aFormSubmittedTwiceHappensOnceAndRedirectsToTheSamePlace() {
        Session session = openForm();
        HttpHeaders first = submit(session, key, "desk", 303);
        HttpHeaders second = submit(session, key, "desk", 303);

        assertThat(first.getLocation()).isNotNull().isEqualTo(second.getLocation());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aFormWithoutItsHiddenFieldGetsAPage() {
        HttpHeaders headers = submit(openForm(), null, "desk", 400);

        assertThat(Objects.requireNonNull(headers.getContentType()).isCompatibleWith(MediaType.TEXT_HTML))
                .isTrue();
        assertThat(rows()).isZero();
    }

    @Test
    void oldKeysAreForgotten() {
        post("/v1/things", PARENT, key, "desk", 201);
        StepVerifier.create(responses.forgetBefore(Instant.now().plusSeconds(60)))
                .expectNext(1L)
                .verifyComplete();

        post("/v1/things", PARENT, key, "desk", 201);
        assertThat(rows()).isEqualTo(2);
    }

    private EntityExchangeResult<byte[]> post(
            String path, String bearer, @Nullable String idempotencyKey, String name, int status) {
        WebTestClient.RequestBodySpec request = client.post().uri(path).header(HttpHeaders.AUTHORIZATION, bearer);
        if (idempotencyKey != null) {
            request.header(WriteRequest.HEADER, idempotencyKey);
        }
        return request.contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"" + name + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private static String problem(EntityExchangeResult<byte[]> result) {
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        return new String(Objects.requireNonNull(result.getResponseBody()), StandardCharsets.UTF_8);
    }

    private Session openForm() {
        EntityExchangeResult<String> form = client.get()
                .uri("/forms/new")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        var cookie = form.getResponseCookies().values().iterator().next().getFirst();
        return new Session(cookie.getName(), cookie.getValue(), Objects.requireNonNull(form.getResponseBody()));
    }

    private HttpHeaders submit(Session session, @Nullable String idempotencyKey, String name, int status) {
        var form = BodyInserters.fromFormData("_csrf", session.csrf()).with("name", name);
        if (idempotencyKey != null) {
            form = form.with(WriteRequest.FIELD, idempotencyKey);
        }
        return client.post()
                .uri("/forms/things")
                .cookie(session.cookie(), session.value())
                .body(form)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseHeaders();
    }

    private long rows() {
        return Objects.requireNonNull(database.sql("select count(*) from thing")
                .map(row -> row.get(0, Long.class))
                .one()
                .block());
    }

    private record Session(String cookie, String value, String csrf) {}
}
