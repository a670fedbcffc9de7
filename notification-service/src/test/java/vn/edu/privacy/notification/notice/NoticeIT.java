package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.DeliveryError;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.RealParts;

/** From an order to inboxes and mailboxes, on PostgreSQL and SMTP. */
@RealParts
class NoticeIT {
    private static final Surroundings AROUND = new Surroundings();
    private static final OpenApi API = OpenApi.of("notification-service");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final UUID request = UUID.randomUUID();
    private final String mailbox = UUID.randomUUID() + "@gia-dinh.example";

    @LocalServerPort
    int port;

    @Autowired
    Notices notices;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        AROUND.configure(registry);
        AROUND.configureSms(registry);
    }

    @AfterAll
    static void stop() {
        AROUND.stop();
    }

    @Test
    void reachesTheInboxOfEachRecipientOnceEvenWhenToldTwice() {
        UUID mother = AROUND.person(mailbox, "vi");
        UUID father = AROUND.person(null, "vi");

        tell(NoticeKind.REQUEST_RECEIVED, mother, father, mother);
        tell(NoticeKind.REQUEST_RECEIVED, mother, father);
        tell(NoticeKind.WITHDRAWAL_IN_EFFECT, mother);

        assertThat(kinds(mother))
                .containsExactlyInAnyOrder(NoticeKind.REQUEST_RECEIVED.name(), NoticeKind.WITHDRAWAL_IN_EFFECT.name());
        assertThat(kinds(father)).containsExactly(NoticeKind.REQUEST_RECEIVED.name());
        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("SENT", "SENT"));
        assertThat(AROUND.mailsTo(mailbox)).hasSize(2);
    }

    @Test
    void tellsNobodyWhatWasRolledBack() {
        UUID mother = AROUND.person(mailbox, "vi");

        assertThatThrownBy(() -> notices.tell(order(NoticeKind.REQUEST_RECEIVED, mother))
                        .then(Mono.error(new IllegalStateException("undone")))
                        .as(transaction::transactional)
                        .block())
                .hasMessage("undone");

        assertThat(kinds(mother)).isEmpty();
        assertThat(states(mother)).isEmpty();
    }

    @Test
    void sendsPlainTextInThePersonsLanguageWithoutPersonalData() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");

        tell(NoticeKind.WITHDRAWAL_IN_EFFECT, mother);

        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        MimeMessage mail = AROUND.mailsTo(mailbox).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Việc rút lại sự đồng ý đã có hiệu lực");
        assertThat(mail.getFrom()[0]).hasToString("khong-tra-loi@truong.example");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String body = mail.getContent().toString();
        assertThat(body)
                .contains("https://cong.example/rights/n/")
                .contains("Nhà trường không được dùng dữ liệu")
                .doesNotContain(Surroundings.NAME, mother.toString());
        String headers = String.join("\n", java.util.Collections.list(mail.getAllHeaderLines()))
                .replace(mailbox, "");
        assertThat(ids(headers)).isEmpty();
        assertThat(ids(body)).isEmpty();
    }

    @Test
    void writesEnglishToWhoReadsEnglish() throws Exception {
        tell(NoticeKind.ACCESS_AVAILABLE, AROUND.person(mailbox, "en"));

        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        MimeMessage mail = AROUND.mailsTo(mailbox).getFirst();
        assertThat(mail.getSubject()).isEqualTo("The data can be seen now");
        assertThat(mail.getContent().toString()).contains("login needed").doesNotContain("cổng");
    }

    @Test
    void keepsTheInboxOfWhoHasNoAddress() {
        UUID known = AROUND.person(null, "vi");
        UUID unknown = UUID.randomUUID();

        tell(NoticeKind.REQUEST_RECEIVED, known, unknown);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(states(known)).containsExactly("NO_ADDRESS", "NO_ADDRESS");
            assertThat(states(unknown)).containsExactly("NO_ADDRESS", "NO_ADDRESS");
        });
        assertThat(kinds(known)).hasSize(1);
        assertThat(kinds(unknown)).hasSize(1);
    }

    @Test
    void triesAgainWhenTheMailServerIsBack() {
        UUID mother = AROUND.person(mailbox, "vi");
        AROUND.mailGoesDown();
        try {
            tell(NoticeKind.REQUEST_RECEIVED, mother);
            awaitError(mother, DeliveryError.MAIL_SERVER_UNAVAILABLE);
            assertThat(states(mother)).containsExactly("PENDING");
        } finally {
            AROUND.mailComesBack();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("SENT"));
        assertThat(AROUND.mailsTo(mailbox)).hasSize(1);
        assertThat(errors(mother)).isEmpty();
    }

    @Test
    void triesAgainWhenTheDirectoryIsBack() {
        UUID mother = AROUND.person(mailbox, "vi");
        AROUND.sectorGoesDown();
        try {
            tell(NoticeKind.REQUEST_RECEIVED, mother);
            awaitError(mother, DeliveryError.DIRECTORY_UNAVAILABLE);
        } finally {
            AROUND.sectorComesBack();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("SENT"));
    }

    @Test
    void givesUpAfterTwelveAttempts() {
        UUID mother = AROUND.person(mailbox, "vi");
        AROUND.mailGoesDown();
        try {
            tell(NoticeKind.REQUEST_RECEIVED, mother);
            awaitError(mother, DeliveryError.MAIL_SERVER_UNAVAILABLE);

            database.sql("""
                            update delivery set attempts = 11, next_attempt_at = now() from notice
                            where notice.id = delivery.notice_id and person_id = $1""").bind(0, mother).then().block();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(states(mother)).containsExactly("FAILED", "NO_ADDRESS"));
        } finally {
            AROUND.mailComesBack();
        }
        assertThat(kinds(mother)).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsNotTriedAgain() {
        UUID mother = AROUND.person("no address at all", "vi");

        tell(NoticeKind.REQUEST_RECEIVED, mother);

        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("FAILED", "NO_ADDRESS"));
        assertThat(errors(mother)).containsExactly(DeliveryError.ADDRESS_INVALID.name());
    }

    @Test
    void keepsTheServersReplyAndTheWordingAsProofThatAnEmailWasTaken() {
        UUID mother = AROUND.person(mailbox, "en");

        tell(NoticeKind.REQUEST_RECEIVED, mother);

        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("SENT"));
        assertThat(column("""
                        select evidence || ' / ' || template || ' ' || template_version || ' ' || language as value
                        from delivery join notice on id = notice_id where person_id = $1""", mother)).containsExactly("250 OK / REQUEST_RECEIVED 1 en");
    }

    @Test
    void aGatewaysSignedReportIsProofHoweverOftenItComesAndNobodyElsesIs() {
        UUID mother = AROUND.person(null, "+84901234567", "vi");
        tell(NoticeKind.REQUEST_RECEIVED, mother);
        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("NO_ADDRESS", "SENT"));
        String gatewayId = column("""
                        select gateway_id as value from delivery join notice on id = notice_id
                        where person_id = $1 and gateway_id is not null""", mother).getFirst();
        String report =
                "{\"messageId\":\"" + gatewayId + "\",\"status\":\"DELIVERED\",\"at\":\"2026-11-25T01:00:09Z\"}";
        Instant now = Instant.now();

        assertThat(report("SMS", "", report)).isEqualTo(401);
        assertThat(report("SMS", signature(now, report, "another-key"), report)).isEqualTo(401);
        assertThat(report("SMS", signature(now, report, Surroundings.REPORT_KEY), report.replace("09Z", "08Z")))
                .isEqualTo(401);
        assertThat(report("SMS", signature(now.minusSeconds(301), report, Surroundings.REPORT_KEY), report))
                .isEqualTo(401);
        assertThat(report("ZALO", signature(now, report, Surroundings.REPORT_KEY), report))
                .isEqualTo(401);
        assertThat(states(mother)).containsExactly("NO_ADDRESS", "SENT");

        assertThat(report("SMS", signature(now, report, Surroundings.REPORT_KEY), report))
                .isEqualTo(204);
        assertThat(report("SMS", signature(now, report, Surroundings.REPORT_KEY), report))
                .isEqualTo(204);
        String late = report.replace("DELIVERED", "UNDELIVERED");
        assertThat(report("SMS", signature(now, late, Surroundings.REPORT_KEY), late))
                .isEqualTo(204);
        assertThat(states(mother)).containsExactly("NO_ADDRESS", "DELIVERED");

        String strange = report.replace(gatewayId, "g-unknown");
        assertThat(report("SMS", signature(now, strange, Surroundings.REPORT_KEY), strange))
                .isEqualTo(404);
        for (String bad : List.of("{}", "null", "[]", "{\"messageId\":1,\"status\":\"PERHAPS\"}", "x")) {
            assertThat(report("SMS", signature(now, bad, Surroundings.REPORT_KEY), bad))
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    private int report(String channel, String signature, String body) {
        var result = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/rights")
                .build()
                .post()
                .uri("/v1/gateways/" + channel + "/reports")
                .header("Gateway-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
        API.check(result);
        return result.getStatus().value();
    }

    private static String signature(Instant at, String body, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(NoticeKind kind, UUID... people) {
        notices.tell(order(kind, people)).as(transaction::transactional).block();
    }

    private NoticeOrder order(NoticeKind kind, UUID... people) {
        return new NoticeOrder(List.of(people), kind, request, Instant.now());
    }

    private void awaitError(UUID person, DeliveryError error) {
        await().atMost(SOON).untilAsserted(() -> assertThat(errors(person)).containsExactly(error.name()));
    }

    private List<String> kinds(UUID person) {
        return column("select kind as value from notice where person_id = $1", person);
    }

    private List<String> states(UUID person) {
        return column("""
                select state as value from delivery join notice on id = notice_id where person_id = $1
                order by ordered_at, channel""", person);
    }

    private List<String> errors(UUID person) {
        return column("""
                select error as value from delivery join notice on id = notice_id
                where person_id = $1 and error is not null""", person);
    }

    private List<String> column(String statement, UUID person) {
        return Objects.requireNonNull(database.sql(statement)
                .bind(0, person)
                .map(row -> Objects.requireNonNull(row.get("value", String.class)))
                .all()
                .collectList()
                .block());
    }

    private static List<String> ids(String text) {
        return ID.matcher(text).results().map(MatchResult::group).toList();
    }
}
