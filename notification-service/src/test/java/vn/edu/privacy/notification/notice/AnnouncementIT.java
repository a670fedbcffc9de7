package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/** From what consent-service announces to inboxes and mailboxes, on Kafka, PostgreSQL and SMTP. */
@RealParts
class AnnouncementIT {
    private static final Surroundings AROUND = new Surroundings();
    private static final OpenApi API = OpenApi.of("notification-service");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

    private final UUID child = UUID.randomUUID();
    private final Instant run = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final String mailbox = UUID.randomUUID() + "@gia-dinh.example";

    @Autowired
    DatabaseClient database;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        AROUND.configure(registry);
        registry.add("privacy.notice.gather-for", () -> "PT3S");
        registry.add("privacy.portal.consent-url", () -> "https://cong.example/consents");
    }

    @AfterAll
    static void stop() {
        AROUND.stop();
    }

    @Test
    @Rule("R-CH-25")
    void aBirthdayAheadReachesInboxAndMailboxOnceEvenWhenAnnouncedTwice() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");
        NoticeDueV1 due = due("BIRTHDAY_AHEAD", child, null, mother);

        announce(due);
        announce(due);

        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        MimeMessage mail = AROUND.mailsTo(mailbox).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Sắp đến sinh nhật làm thay đổi người quyết định");
        assertThat(mail.getContent().toString())
                .contains("https://cong.example/rights/n/")
                .contains("cần đăng nhập")
                .doesNotContain(Surroundings.NAME, mother.toString(), child.toString(), "24/12/2026");
        JsonNode inbox = inbox(mother, "en");
        assertThat(inbox.get("items")).hasSize(1);
        assertThat(inbox.at("/items/0/kind").asString()).isEqualTo("BIRTHDAY_AHEAD");
        assertThat(inbox.at("/items/0/title").asString()).isEqualTo("A birthday is near that changes who decides");
        assertThat(inbox.at("/items/0/date").asString()).isEqualTo(DAY.toString());
        assertThat(inbox.at("/items/0/studentId").asString()).isEqualTo(child.toString());
        assertThat(inbox.at("/items/0/link").asString()).isEqualTo("https://cong.example/consents/children/" + child);
        announce(due("TRANSFERRED", child, null, mother));
        await().atMost(SOON).until(() -> AROUND.mailsTo(mailbox).size() == 2);
        assertThat(notices(mother)).isEqualTo(2);
    }

    @Test
    @Rule("R-EXC-03")
    void ofAnEmergencyTheFamilyGetsAMailThatSaysNothingOfAnybodyAndLeadsToTheChild() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");

        announce(due("USED_IN_EMERGENCY", child, "health-record", mother));
        announce(due("EMERGENCY_JUDGED", child, "health-record", mother));

        await().atMost(SOON).until(() -> AROUND.mailsTo(mailbox).size() == 2);
        for (MimeMessage mail : AROUND.mailsTo(mailbox)) {
            assertThat(mail.getSubject() + mail.getContent())
                    .contains("trường hợp khẩn cấp")
                    .doesNotContain(Surroundings.NAME, child.toString(), mother.toString(), "health-record");
        }
        JsonNode items = inbox(mother, "en").get("items");
        assertThat(items).hasSize(2);
        assertThat(items.valueStream().map(each -> each.get("link").asString()))
                .containsOnly("https://cong.example/consents/children/" + child);
    }

    @Test
    @Rule("R-CON-11")
    void whoEnteredARepresentationHearsWhatCameOfItAndIsLedToIt() throws Exception {
        UUID clerk = AROUND.person(mailbox, "vi");

        announce(due("REPRESENTATION_REJECTED", child, null, clerk));

        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        assertThat(AROUND.mailsTo(mailbox).getFirst().getSubject()).isEqualTo("Ủy quyền đã nhập không được xác nhận");
        assertThat(follow(clerk)).isEqualTo("https://cong.example/consents/students/" + child + "/representations");
    }

    @Test
    void whatOneRunTellsAParentOfThreeIsOneEmailThatLeadsToAllOfThem() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");

        for (int i = 0; i < 3; i++) {
            announce(due("CONSENT_EXPIRING", UUID.randomUUID(), "school-transport", mother));
        }

        await().atMost(SOON).until(() -> notices(mother) == 3);
        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        assertThat(deliveries(mother)).isEqualTo(1);
        assertThat(AROUND.mailsTo(mailbox).getFirst().getSubject()).isEqualTo("Sự đồng ý sắp hết hạn");
        assertThat(follow(mother)).endsWith("/inbox");
        assertThat(inbox(mother, "vi").at("/items/2/link").asString())
                .startsWith("https://cong.example/consents/children/");
    }

    @Test
    void whatIsToldInTheSameWhileIsOneEmailOfTheirTitlesAndWhatIsToldLaterAnother() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");

        announce(due("CONSENT_EXPIRING", child, "school-transport", mother));
        announce(due(run.plusSeconds(1), "NOTICE_CHANGED", child, "school-transport", mother));

        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        MimeMessage mail = AROUND.mailsTo(mailbox).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Có nhiều thông báo mới về dữ liệu học sinh");
        assertThat(mail.getContent().toString())
                .contains("– Sự đồng ý sắp hết hạn\r\n– Nội dung đã đồng ý có thay đổi lớn, cần trả lời lại\r\n");
        announce(due("TRANSFERRED", child, null, mother));
        await().atMost(SOON).until(() -> AROUND.mailsTo(mailbox).size() == 2);
    }

    @Test
    void theLinkOfAMessageLeadsNobodyElseAnywhere() throws Exception {
        UUID mother = AROUND.person(mailbox, "vi");
        announce(due("BIRTHDAY_AHEAD", child, null, mother));
        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());

        assertThat(follow(mother)).isEqualTo("https://cong.example/consents/children/" + child);
        assertThat(follow(UUID.randomUUID())).endsWith("/inbox");
    }

    @Test
    void aCampaignLeadsToTheFamilysFirstPage() throws Exception {
        UUID mother = AROUND.person(mailbox, "en");

        announce(new NoticeDueV1(
                UUID.randomUUID(),
                "CAMPAIGN_INVITATION",
                child,
                List.of(mother),
                null,
                null,
                UUID.randomUUID(),
                DAY,
                run));

        await().atMost(SOON).until(() -> !AROUND.mailsTo(mailbox).isEmpty());
        assertThat(AROUND.mailsTo(mailbox).getFirst().getContent().toString()).contains("login needed");
        assertThat(follow(mother)).isEqualTo("https://cong.example/consents/");
    }

    @Test
    void aKindWithoutWordsIsToldToNobodyAndHoldsUpNobody() {
        UUID mother = AROUND.person(mailbox, "vi");

        announce(due("NO_SUCH_KIND", child, null, mother));
        announce(due("NOTICE_CHANGED", child, null, mother));

        await().atMost(SOON).until(() -> notices(mother) > 0);
        assertThat(inbox(mother, "vi").get("items")).hasSize(1);
    }

    /** Where the link of the first e-mail leads that person. */
    private String follow(UUID person) throws Exception {
        String text = AROUND.mailsTo(mailbox).getFirst().getContent().toString();
        String path = text.replaceAll("(?s).*https://cong.example/rights(/n/[\\w-]{22})\\r.*", "$1");
        return String.valueOf(Readers.of(context, person)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
    }

    private NoticeDueV1 due(String kind, UUID student, @Nullable String purpose, UUID... people) {
        return due(run, kind, student, purpose, people);
    }

    private static NoticeDueV1 due(Instant at, String kind, UUID student, @Nullable String purpose, UUID... people) {
        return new NoticeDueV1(UUID.randomUUID(), kind, student, Arrays.asList(people), null, purpose, null, DAY, at);
    }

    private static void announce(NoticeDueV1 due) {
        UUID key = Objects.requireNonNull(due.studentId());
        Topic.send(Topics.NOTICES, key, NoticeDueV1.TYPE, due);
    }

    private long notices(UUID person) {
        return count("select count(*) from notice where person_id = '" + person + "'");
    }

    private long deliveries(UUID person) {
        return count("select count(*) from delivery join notice on id = notice_id where person_id = '" + person + "'");
    }

    private long count(String statement) {
        return Objects.requireNonNull(
                database.sql(statement).mapValue(Long.class).one().block());
    }

    private JsonNode inbox(UUID person, String language) {
        return JSON.readTree(Objects.requireNonNull(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/rights")
                .build()
                .get()
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
}
