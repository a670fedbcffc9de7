package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.testing.RealParts;

/** From an order to inboxes and mailboxes, on PostgreSQL and SMTP. */
@RealParts
class NoticeIT {
    private static final Surroundings AROUND = new Surroundings();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final UUID request = UUID.randomUUID();
    private final String mailbox = UUID.randomUUID() + "@gia-dinh.example";

    @Autowired
    Notices notices;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        AROUND.configure(registry);
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
                .contains("https://cong.example/rights/requests/" + request)
                .contains("Nhà trường không được dùng dữ liệu")
                .doesNotContain(Surroundings.NAME, mother.toString());
        String headers = String.join("\n", java.util.Collections.list(mail.getAllHeaderLines()))
                .replace(mailbox, "");
        assertThat(ids(headers)).isEmpty();
        assertThat(ids(body)).containsExactly(request.toString());
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
            assertThat(states(known)).containsExactly("NO_ADDRESS");
            assertThat(states(unknown)).containsExactly("NO_ADDRESS");
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
        UUID mother = AROUND.person("no address at all", "vi");
        tell(NoticeKind.REQUEST_RECEIVED, mother);
        awaitError(mother, DeliveryError.ADDRESS_INVALID);

        database.sql("""
                        update delivery set attempts = 11, next_attempt_at = now() from notice
                        where notice.id = delivery.notice_id and person_id = $1""").bind(0, mother).then().block();

        await().atMost(SOON).untilAsserted(() -> assertThat(states(mother)).containsExactly("FAILED"));
        assertThat(kinds(mother)).hasSize(1);
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
                select state as value from delivery join notice on id = notice_id where person_id = $1""", person);
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
