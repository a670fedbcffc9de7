package vn.edu.privacy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

@OnWebProbe
class ApiIT {
    private static final UUID PERSON = UUID.randomUUID();
    private static final String GUARDIAN = Tokens.bearer(Role.GUARDIAN, PERSON);

    @LocalServerPort
    int port;

    WebTestClient client;

    @BeforeEach
    void open() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/probe")
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Nested
    class Access {
        @Test
        void aTokenOfTheRealmSaysWhoCalls() {
            get("/v1/me", Tokens.bearer(Role.SCHOOL_OFFICER, PERSON, "hoa-sen"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.person")
                    .isEqualTo(PERSON.toString())
                    .jsonPath("$.school")
                    .isEqualTo("hoa-sen")
                    .jsonPath("$.roles[0]")
                    .isEqualTo("SCHOOL_OFFICER");
        }

        @Test
        void noTokenOrOneThatDoesNotHoldIsUnauthenticated() {
            get("/v1/me", null).expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(get("/v1/me", null), 401, "unauthenticated");
            problem(get("/v1/me", "Bearer nonsense"), 401, "unauthenticated");
            problem(get("/v1/me", Tokens.expired(Role.GUARDIAN, PERSON)), 401, "unauthenticated");
            problem(get("/v1/me", Tokens.foreignAudience(Role.GUARDIAN, PERSON)), 401, "unauthenticated");
            problem(get("/v1/me", Tokens.foreignIssuer(Role.GUARDIAN, PERSON)), 401, "unauthenticated");
            problem(get("/v1/me", Tokens.foreignKey(Role.GUARDIAN, PERSON)), 401, "unauthenticated");
        }

        @Test
        void aRoleOpensOnlyWhatItIsNamedFor() {
            problem(get("/v1/officers", GUARDIAN), 403, "forbidden");
            get("/v1/officers", Tokens.bearer(Role.SCHOOL_OFFICER, PERSON))
                    .expectStatus()
                    .isOk();
        }

        @Test
        void whatNobodyNamedIsDeniedAndWhatLeadsNowhereIsNotFound() {
            problem(get("/v1/unnamed", GUARDIAN), 403, "forbidden");
            problem(get("/v1/things/1/2/3", GUARDIAN), 404, "not-found");
        }

        @Test
        void answersAreNotStoredByCaches() {
            get("/v1/me", GUARDIAN)
                    .expectHeader()
                    .value(HttpHeaders.CACHE_CONTROL, value -> assertThat(value).contains("no-store"));
            get("/v1/me", null)
                    .expectHeader()
                    .value(HttpHeaders.CACHE_CONTROL, value -> assertThat(value).contains("no-store"));
        }
    }

    @Nested
    class BadInput {
        @Test
        void whatIsNoJsonIsMalformed() {
            problem(post("{\"name\":"), 400, "malformed-request");
            problem(post("{\"name\":\"a\"} trailing"), 400, "malformed-request");
            problem(post(""), 400, "malformed-request");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'name':'a','colour':'red'}|colour",
                    "{'name':'a','parts':[{'size':1},{'size':1,'depth':2}]}|parts[1].depth",
                    "{'name':1}|name",
                    "{'name':'a','on':'yesterday'}|on",
                    "{'name':'a','parts':[{'size':'big'}]}|parts[0].size",
                    "{'name':'a','parts':{}}|parts",
                })
        void theFieldThatCannotBeReadIsNamed(String body, String field) {
            problem(post(body.replace('\'', '"')), 400, "malformed-request")
                    .jsonPath("$.field")
                    .isEqualTo(field);
        }

        @Test
        void fieldsThatBreakARuleAreListedInTheCallersLanguage() {
            problem(post("{\"name\":\" \",\"code\":\"toolong\"}"), 400, "invalid-fields")
                    .jsonPath("$.errors[?(@.field=='name')].message")
                    .value(text -> assertThat(text).asString().contains("không được để trống"))
                    .jsonPath("$.errors[?(@.field=='code')].message")
                    .value(text -> assertThat(text).asString().contains("phải có từ 2 đến 5 ký tự hoặc phần tử"));
            problem(post("{\"name\":\" \",\"code\":\"ok\"}", "en"), 400, "invalid-fields")
                    .jsonPath("$.field")
                    .isEqualTo("name")
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("must not be blank");
        }

        @Test
        void anIdThatIsNoneIsNamed() {
            problem(get("/v1/things/not-an-id", GUARDIAN), 400, "malformed-request")
                    .jsonPath("$.field")
                    .isEqualTo("id");
        }

        @Test
        void theFormatAndTheMethodMustBeThoseOfTheContract() {
            problem(
                    client.post()
                            .uri("/v1/things")
                            .header(HttpHeaders.AUTHORIZATION, GUARDIAN)
                            .contentType(MediaType.TEXT_PLAIN)
                            .bodyValue("name")
                            .exchange(),
                    415,
                    "unsupported-media-type");
            problem(
                    client.get()
                            .uri("/v1/things/" + PERSON)
                            .header(HttpHeaders.AUTHORIZATION, GUARDIAN)
                            .accept(MediaType.APPLICATION_PDF)
                            .exchange(),
                    406,
                    "not-acceptable");
            problem(
                    client.method(HttpMethod.DELETE)
                            .uri("/v1/things")
                            .header(HttpHeaders.AUTHORIZATION, GUARDIAN)
                            .exchange(),
                    405,
                    "method-not-allowed");
        }

        @Test
        void aBodyThatIsTooLargeIsRefused() {
            problem(post("{\"name\":\"" + "a".repeat(1024 * 1024) + "\"}"), 413, "payload-too-large");
        }
    }

    @Nested
    class Failures {
        @ParameterizedTest
        @CsvSource({
            "duplicate,409,conflict",
            "serialization,409,conflict",
            "own,412,stale",
            "status,404,not-found",
            "broken,500,internal",
            "down,503,unavailable",
            "slow,503,unavailable",
            "late,503,unavailable"
        })
        void whatWentWrongIsAProblemWithoutDetails(String kind, int status, String slug) {
            String body = new String(
                    problem(get("/v1/failures/" + kind, GUARDIAN), status, slug)
                            .returnResult()
                            .getResponseBodyContent(),
                    StandardCharsets.UTF_8);

            assertThat(body).doesNotContain("Minh Anh", "thing_name_key", "Exception");
        }

        @Test
        void whoMeetsAnOutageIsToldWhenToComeBack() {
            get("/v1/failures/down", GUARDIAN).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        }

        @Test
        void problemsSpeakTheCallersLanguageAndVietnameseByDefault() {
            get("/v1/failures/broken", GUARDIAN)
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("Lỗi của hệ thống")
                    .jsonPath("$.traceId")
                    .isNotEmpty();
            client.get()
                    .uri("/v1/failures/broken")
                    .header(HttpHeaders.AUTHORIZATION, GUARDIAN)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, "fr, en-GB;q=0.8")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("Our mistake");
        }
    }

    private WebTestClient.ResponseSpec get(String path, @Nullable String bearer) {
        return client.get()
                .uri(path)
                .headers(headers -> {
                    if (bearer != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, bearer);
                    }
                })
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return post(body, "vi");
    }

    private WebTestClient.ResponseSpec post(String body, String language) {
        return client.post()
                .uri("/v1/things")
                .header(HttpHeaders.AUTHORIZATION, GUARDIAN)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec response, int status, String slug) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/probe/problems/" + slug)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
