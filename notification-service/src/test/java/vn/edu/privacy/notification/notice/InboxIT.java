package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;

/** The inbox, by API and as a page. */
@RealParts
class InboxIT {
    private static final OpenApi API = OpenApi.of("notification-service");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID mother = UUID.randomUUID();
    private final UUID father = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Notices notices;

    @Autowired
    ApplicationContext context;

    @Autowired
    DatabaseClient database;

    private WebTestClient api;

    @BeforeEach
    void open() {
        api = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/rights")
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void showsOnesOwnNoticesOnlyNewestFirst() {
        Instant now = Instant.now();
        tell(NoticeKind.REQUEST_RECEIVED, now.minusSeconds(60), mother, father);
        tell(NoticeKind.WITHDRAWAL_IN_EFFECT, now, mother);

        JsonNode hers = inbox(mother, "vi");
        JsonNode his = inbox(father, "en");

        assertThat(hers.get("unread").asInt()).isEqualTo(2);
        assertThat(hers.at("/items/0/kind").asString()).isEqualTo("WITHDRAWAL_IN_EFFECT");
        assertThat(hers.at("/items/0/title").asString()).isEqualTo("Việc rút lại sự đồng ý đã có hiệu lực");
        assertThat(hers.at("/items/1/requestId").asString()).isEqualTo(request.toString());
        assertThat(his.get("items")).hasSize(1);
        assertThat(his.at("/items/0/title").asString()).isEqualTo("A request about student data was received");
    }

    @Test
    void readingIsIdempotentAndTheFirstTimeStands() {
        tell(NoticeKind.REQUEST_RECEIVED, Instant.now(), mother);
        String id = inbox(mother, "vi").at("/items/0/id").asString();

        read(id, mother, 204);
        String first = inbox(mother, "vi").at("/items/0/readAt").asString();
        read(id, mother, 204);

        JsonNode after = inbox(mother, "vi");
        assertThat(first).isNotEmpty();
        assertThat(after.at("/items/0/readAt").asString()).isEqualTo(first);
        assertThat(after.get("unread").asInt()).isZero();
    }

    @Test
    void anotherPersonsNoticeIsNotFound() {
        tell(NoticeKind.REQUEST_RECEIVED, Instant.now(), mother);
        String id = inbox(mother, "vi").at("/items/0/id").asString();

        read(id, father, 404);
        read(UUID.randomUUID().toString(), mother, 404);

        assertThat(inbox(mother, "vi").get("unread").asInt()).isEqualTo(1);
    }

    @Test
    void aSystemHasNoInbox() {
        api.get()
                .uri("/v1/inbox")
                .header(HttpHeaders.AUTHORIZATION, Tokens.system("hoa-sen"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void pageShowsEachNoticeWithItsRequestAndMarksItRead() {
        asked(mother);
        tell(NoticeKind.WITHDRAWAL_IN_EFFECT, Instant.parse("2026-11-24T07:02:07Z"), mother, father);
        WebTestClient reader = Readers.of(context, mother);
        String id = inbox(mother, "vi").at("/items/0/id").asString();

        assertThat(page(reader, "/inbox"))
                .contains("Hộp thư", "Có 1 thông báo chưa đọc.", "Việc rút lại sự đồng ý đã có hiệu lực")
                .contains("14:02, 24/11/2026", "/requests/" + request, "Chưa đọc", "Đánh dấu đã đọc")
                .contains("name=\"_csrf\"", "name=\"idempotencyKey\"")
                .doesNotContain("style=", "??");

        reader.mutateWith(csrf())
                .post()
                .uri("/inbox/" + id + "/reading")
                .body(BodyInserters.fromFormData("idempotencyKey", "read-" + id))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueMatches(HttpHeaders.LOCATION, ".*/inbox");

        assertThat(page(reader, "/inbox"))
                .contains("Không có thông báo nào chưa đọc.", "Đã đọc")
                .doesNotContain("Đánh dấu đã đọc");
        assertThat(page(reader, "/inbox?lang=en")).contains("Inbox", "Nothing unread.", "See the request");
        assertThat(page(Readers.of(context, father), "/inbox"))
                .as("who did not ask is told, and finds no way in")
                .contains("Việc rút lại sự đồng ý đã có hiệu lực")
                .doesNotContain("/requests/" + request);
    }

    @Test
    void pageSaysWhenNothingIsThere() {
        assertThat(page(Readers.of(context, mother), "/inbox")).contains("Chưa có thông báo nào.");
    }

    @Test
    void pageAsksAStrangerToLogIn() {
        Readers.stranger(context)
                .get()
                .uri("/inbox")
                .header(HttpHeaders.ACCEPT, "text/html")
                .exchange()
                .expectStatus()
                .isFound();
    }

    private void asked(UUID requester) {
        database.sql("""
                        insert into request (id, reference, type, state, requester, student_id, school_id, received_at,
                            regime, changed_at)
                        values (:id, :reference, 'WITHDRAW', 'IN_EFFECT', :requester, :student, 'hoa-sen', now(),
                            'LAW91_2025', now())""")
                .bind("id", request)
                .bind("reference", "T-" + request)
                .bind("requester", requester)
                .bind("student", UUID.randomUUID())
                .then()
                .block();
    }

    private void tell(NoticeKind kind, Instant at, UUID... people) {
        notices.tell(new NoticeOrder(List.of(people), kind, request, at)).block();
    }

    private JsonNode inbox(UUID person, String language) {
        return JSON.readTree(Objects.requireNonNull(api.get()
                .uri("/v1/inbox")
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer(Role.GUARDIAN, person))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .consumeWith(API::check)
                .returnResult()
                .getResponseBody()));
    }

    private void read(String id, UUID person, int status) {
        api.post()
                .uri("/v1/inbox/{id}/reading", id)
                .header(HttpHeaders.AUTHORIZATION, Tokens.bearer(Role.GUARDIAN, person))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .consumeWith(API::check);
    }

    private static String page(WebTestClient reader, String address) {
        return Objects.requireNonNull(reader.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
