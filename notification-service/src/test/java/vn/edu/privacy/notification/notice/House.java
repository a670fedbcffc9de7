package vn.edu.privacy.notification.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.notification.channel.TestGateways;
import vn.edu.privacy.notification.notice.PeopleDirectory.Addressee;
import vn.edu.privacy.platform.page.PortalProperties;
import vn.edu.privacy.platform.testing.Postgres;

/** All that sends notices, on PostgreSQL, SMTP and HTTP, with a clock that stands still until it is moved. */
final class House {
    static final int PER_SECOND = 20;

    final DatabaseClient database = Postgres.migrated();
    final WireMockServer sms = gateway();
    final WireMockServer zalo = gateway();
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final Preferences preferences;
    final Gateways gateways;
    final Deliveries deliveries;
    final WordingRegister register;
    final Reports reports;
    private final Map<UUID, Addressee> people = new HashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final Composer composer;
    private final Telling telling;
    private final Notices notices;
    private Instant now = Instant.EPOCH;
    final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    House() {
        mail.start();
        NoticeProperties properties = new NoticeProperties(
                Duration.ofMinutes(1), List.of(Channel.EMAIL, Channel.SMS), LocalTime.of(21, 0), LocalTime.of(7, 0));
        preferences = new Preferences(database, properties);
        gateways = TestGateways.of(
                mail.getSmtp().getPort(),
                Map.of(Channel.SMS, sms, Channel.ZALO, zalo),
                PER_SECOND,
                Duration.ofSeconds(1));
        NextChannel next = new NextChannel(preferences, gateways);
        deliveries = new Deliveries(database, next, preferences);
        Wordings wordings = new Wordings(new NoticeTexts(bundle()));
        register = new WordingRegister(database, wordings, clock);
        composer = new Composer(
                wordings,
                register,
                new NoticeLinks(
                        new PortalProperties("https://cong.example/consents", "https://cong.example/rights", "S")));
        reports = new Reports(database, gateways, next, clock);
        telling = new Telling(database, preferences, gateways, clock, properties);
        notices = new R2dbcNotices(database, telling);
    }

    /** Forgets everything, and stands at that time of the day in Asia/Ho_Chi_Minh, on 25 November 2026. */
    void reset(String time) {
        for (String table : List.of(
                "delivery", "notice_together", "notice_window", "notice_digest", "notice_preference", "notice")) {
            database.sql("delete from " + table).then().block();
        }
        database.sql("update channel_pace set free_from = '-infinity'").then().block();
        sms.resetAll();
        zalo.resetAll();
        accepts(sms);
        accepts(zalo);
        purge();
        stand("2026-11-25T" + time + "+07:00");
    }

    private void purge() {
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    void stand(String moment) {
        now = Instant.parse(moment);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void accepts(WireMockServer gateway) {
        answers(
                gateway,
                jsonResponse(
                                "{\"messageId\":\"g-" + taken.incrementAndGet()
                                        + "-{{randomValue type='UUID'}}\",\"status\":\"ACCEPTED\",\"at\":\"2026-11-25T01:00:00Z\"}",
                                202)
                        .withTransformers("response-template"));
    }

    void answers(WireMockServer gateway, ResponseDefinitionBuilder answer) {
        gateway.stubFor(post("/v1/messages").willReturn(answer));
    }

    UUID person(@Nullable String email, @Nullable String phone) {
        UUID id = UUID.randomUUID();
        people.put(id, new Addressee(email, phone, "vi"));
        return id;
    }

    /** Tells them of a request; returns its id. */
    UUID tell(NoticeKind kind, UUID... to) {
        UUID request = UUID.randomUUID();
        notices.tell(new NoticeOrder(List.of(to), kind, request, now)).block();
        return request;
    }

    /** Tells of a student's consents. */
    void announce(NoticeKind kind, UUID student, UUID to) {
        telling.tell(new Tidings(
                        kind, List.of(to), new Matter(null, student, null, null, null, null), UUID.randomUUID(), now))
                .block();
    }

    /** Sends what is due by every channel. */
    void send() {
        NoticeSender sender = sender();
        for (Channel channel : Channel.OUTSIDE) {
            sender.sendDue(channel).block();
        }
    }

    /** One that runs by itself, as another instance of the service would. */
    NoticeSender sender() {
        return sender(deliveries);
    }

    NoticeSender sender(Deliveries book) {
        return new NoticeSender(book, ids -> Mono.just(people), composer, gateways, clock);
    }

    /** Channel and state of each message to a person, the first tried first. */
    List<String> states(UUID person) {
        return texts("""
                select channel || ' ' || state from delivery join notice on id = notice_id
                where person_id = '%s' order by ordered_at, channel""".formatted(person));
    }

    List<String> texts(String statement) {
        return Objects.requireNonNull(database.sql(statement)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }

    /** The Idempotency-Key of each message that a gateway was given. */
    static List<String> keys(WireMockServer gateway) {
        return gateway.findAll(postRequestedFor(urlEqualTo("/v1/messages"))).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
    }

    List<MimeMessage> mails() {
        return List.of(mail.getReceivedMessages());
    }

    void stop() {
        mail.stop();
        sms.stop();
        zalo.stop();
    }

    private static WireMockServer gateway() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/notice");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
