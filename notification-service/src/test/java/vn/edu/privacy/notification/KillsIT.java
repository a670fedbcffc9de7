package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.PurposePublishedV1;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.PartsProperties;
import vn.edu.privacy.platform.testing.Postgres;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Topic;

/**
 * Two hundred requests while the service is killed twenty times at any moment: nothing that it acknowledged is lost, no
 * holder does anything twice, and a message comes again only as the same one. {@code -Dkills=N} tries another number, with
 * ten requests for each.
 *
 * <p>Waiting takes no notice of other threads' errors: the mail server's ends with one when its client is killed.
 */
@Tag("long")
class KillsIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillsIT.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int OF_A_KIND = KILLS * 5;
    private static final int AT_ONCE = OF_A_KIND / KILLS;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SCHOOL =
            "hoa-sen-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String TRANSPORT =
            "transport-" + UUID.randomUUID().toString().substring(0, 8);
    private static final List<String> HOLDERS = List.of(HoldersStandIn.SECTOR, HoldersStandIn.BUS);

    @TempDir
    private Path home;

    private final Random random = new Random(20_260_101);
    private final HoldersStandIn holders = new HoldersStandIn();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Postgres.Database database = Postgres.newDatabase();
    private final List<Child> withdrawing = children();
    private final List<Child> viewing = children();

    @Test
    @Rule("R-WD-04")
    void killedAtAnyMomentItLosesNothingAndDoesNothingTwice() throws Exception {
        holders.reset();
        holders.knowsEverybodysMail();
        mail.start();
        try (KilledService service = new KilledService(home, settings());
                PersistentClient client = new PersistentClient(service.url());
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            service.start();
            service.awaitReady();
            service.starts().clear();
            aSchool();

            List<Future<UUID>> acknowledged = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                for (int each = kill * AT_ONCE; each < (kill + 1) * AT_ONCE; each++) {
                    withdraw(withdrawing.get(each));
                    Child child = viewing.get(each);
                    acknowledged.add(people.submit(() -> see(client, child)));
                }
                // some amid the work, some amid the start
                if (random.nextInt(4) > 0) {
                    service.awaitReady();
                }
                pass(Duration.ofMillis(random.nextInt(6000)));
                service.kill();
                service.start();
            }
            service.awaitReady();
            Instant last = Instant.now();
            Set<UUID> seen = new HashSet<>();
            for (Future<UUID> each : acknowledged) {
                seen.add(each.get());
            }
            await("everything at its end")
                    .dontCatchUncaughtExceptions()
                    .atMost(PATIENCE)
                    .until(this::isQuiet);
            Duration settled = Duration.between(last, Instant.now());

            nothingIsLost(seen);
            List<String> told = nothingIsDoneTwice();
            List<String> messages = messagesComeAgainOnlyAsTheSame();
            List<Duration> starts = service.starts().stream().sorted().toList();
            LOG.info(
                    "{} kills during {} requests: {} lost, {} instructions told {} times and each applied once, {} messages"
                            + " of which {} came again under the same Message-ID, {} calls made again; ready after a median"
                            + " of {} ms, at most {} ms; at rest {} s after the last start",
                    KILLS,
                    OF_A_KIND * 2,
                    OF_A_KIND * 2 - count("select count(*) from request"),
                    new HashSet<>(told).size(),
                    told.size(),
                    new HashSet<>(messages).size(),
                    messages.size() - new HashSet<>(messages).size(),
                    client.repeated(),
                    starts.get(starts.size() / 2).toMillis(),
                    starts.getLast().toMillis(),
                    settled.toSeconds());
        } finally {
            mail.stop();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(PartsProperties.of(database, "killed-" + SCHOOL));
        holders.configure((name, value) -> settings.put(name, value.get()));
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mail.getSmtp().getPort());
        settings.put("privacy.notice.from", "khong-tra-loi@truong.example");
        settings.put("privacy.notice.gather-for", "PT1S");
        settings.put("privacy.notice.quiet-from", "00:00");
        settings.put("privacy.notice.quiet-to", "00:00");
        return settings;
    }

    private void aSchool() {
        Topic.send(
                Topics.PURPOSES,
                UUID.randomUUID(),
                PurposePublishedV1.TYPE,
                new PurposePublishedV1(
                        TRANSPORT,
                        1,
                        "MAJOR",
                        "CONSENT",
                        false,
                        List.of("full-name", "pick-up-point"),
                        Map.of("vi", "Xe đưa đón", "en", "School transport"),
                        Map.of("vi", "Con không đi xe.", "en", "No more bus."),
                        List.of(
                                new PurposePublishedV1.Recipient(
                                        "sector-database", Map.of("vi", "Cơ sở dữ liệu ngành")),
                                new PurposePublishedV1.Recipient("bus-company", Map.of("vi", "Công ty xe"))),
                        Instant.now(),
                        List.of()));
        LocalDate birth = LocalDate.now().minusYears(10);
        Stream.concat(withdrawing.stream(), viewing.stream())
                .forEach(child -> Topic.send(
                        Topics.ROSTER,
                        child.id(),
                        StudentChangedV1.TYPE,
                        new StudentChangedV1(
                                child.id(),
                                SCHOOL,
                                1,
                                UUID.randomUUID(),
                                birth,
                                true,
                                birth.plusYears(6),
                                null,
                                List.of(new StudentChangedV1.Guardianship(
                                        child.mother(), "MOTHER", birth, null, null, null)))));
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from known_student where school_id = '" + SCHOOL + "'") == OF_A_KIND * 2
                                && count("select count(*) from known_purpose where code = '" + TRANSPORT + "'") == 1);
    }

    /** consent-service records a withdrawal, and tells of it. */
    private static void withdraw(Child child) {
        Topic.send(
                Topics.DECISIONS,
                child.id(),
                DecisionRecordedV1.TYPE,
                new DecisionRecordedV1(
                        UUID.randomUUID(),
                        child.id(),
                        1,
                        SCHOOL,
                        TRANSPORT,
                        1,
                        "2026-2027",
                        "WITHDRAWN",
                        child.mother(),
                        "MOTHER",
                        "PORTAL_TICK",
                        null,
                        Instant.now(),
                        UUID.randomUUID(),
                        "WITHDRAWN",
                        "DENY",
                        "DENY"));
    }

    /** A mother asks to see the data, officers approve and release it; returns the request that was acknowledged. */
    private static UUID see(PersistentClient client, Child child) {
        UUID id = UUID.fromString(client.post(
                        () -> Tokens.bearer(Role.GUARDIAN, child.mother()),
                        "/v1/requests",
                        Map.of("type", "ACCESS", "studentId", child.id()))
                .path("id")
                .asString());
        String path = "/v1/requests/" + id;
        client.post(() -> Tokens.system(Role.SCHOOL_OFFICER, SCHOOL), path + "/approval", null);
        UUID second = UUID.randomUUID();
        client.get(
                () -> Tokens.bearer(Role.SCHOOL_OFFICER, second, SCHOOL),
                path,
                request -> request.path("state").asString("").equals("AWAITING_RELEASE"));
        client.get(
                () -> Tokens.bearer(Role.SCHOOL_OFFICER, second, SCHOOL),
                path + "/gathered-data",
                gathered -> !gathered.isMissingNode());
        client.post(
                () -> Tokens.bearer(Role.SCHOOL_OFFICER, second, SCHOOL),
                path + "/release",
                Map.of("items", List.of()));
        return id;
    }

    private void nothingIsLost(Set<UUID> acknowledged) {
        assertThat(acknowledged).hasSize(OF_A_KIND);
        assertThat(texts("select id::text from request where type = 'ACCESS' and state = 'AVAILABLE'"))
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(UUID::toString).toList());
        assertThat(texts("select student_id::text from request where type = 'WITHDRAW' and state = 'COMPLETED'"))
                .containsExactlyInAnyOrderElementsOf(
                        withdrawing.stream().map(child -> child.id().toString()).toList());
        assertThat(count("select count(*) from request")).isEqualTo(OF_A_KIND * 2L);
        assertThat(texts("select event from request_timeline where event in ('COMPLETED', 'AVAILABLE')"))
                .as("each ended once")
                .hasSize(OF_A_KIND * 2);
        assertThat(count("select count(*) from request_clock where met_at is null"))
                .isZero();
    }

    /** The instructions as holders were told them, by their id, with repetitions. */
    private List<String> nothingIsDoneTwice() {
        List<String> told = new ArrayList<>();
        Map<String, Set<String>> applied = new HashMap<>();
        for (String holder : HOLDERS) {
            holders.calls(holder).stream()
                    .filter(call -> call.getUrl().contains("/v1/instructions/"))
                    .forEach(call -> {
                        String id = call.getUrl().substring(call.getUrl().lastIndexOf('/') + 1);
                        JsonNode body = JSON.readTree(call.getBodyAsString());
                        String what = holder + " " + body.path("kind").asString("") + " "
                                + body.path("studentId").asString("");
                        applied.computeIfAbsent(what, first -> new HashSet<>()).add(id);
                        told.add(id);
                    });
        }
        assertThat(applied.values())
                .as("a holder that knows an instruction by its id does it once")
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(new HashSet<>(told)).isEqualTo(new HashSet<>(texts("select id::text from instruction")));
        assertThat(texts("select distinct state from instruction")).containsExactlyInAnyOrder("STOPPED", "ERASED");
        assertThat(texts("select id::text from instruction where action = 'STOP'"))
                .hasSize(OF_A_KIND * HOLDERS.size());
        return told;
    }

    /** The Message-ID of each mail that came, with repetitions. */
    private List<String> messagesComeAgainOnlyAsTheSame() throws MessagingException {
        Map<String, Set<String>> recipients = new HashMap<>();
        List<String> came = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            came.add(message.getMessageID());
            recipients
                    .computeIfAbsent(message.getMessageID(), first -> new HashSet<>())
                    .add(Arrays.toString(message.getRecipients(Message.RecipientType.TO)));
        }
        assertThat(recipients.values()).allSatisfy(people -> assertThat(people).hasSize(1));
        assertThat(texts("select distinct state from delivery")).containsExactly("SENT");
        assertThat(new HashSet<>(came))
                .as("every message that is called sent came, and none that is not")
                .isEqualTo(
                        texts("select '<' || replace(notice_id::text, '-', '') || '@truong.example>' from delivery")
                                .stream()
                                .collect(Collectors.toSet()));
        assertThat(came).isNotEmpty();
        return came;
    }

    private boolean isQuiet() {
        return count("select count(*) from request where state not in ('COMPLETED', 'AVAILABLE')") == 0
                && count("select count(*) from request") >= OF_A_KIND * 2
                && count("select count(*) from instruction where state not in ('STOPPED', 'ERASED')") == 0
                && count("select count(*) from delivery where state = 'PENDING'") == 0
                && count("select count(*) from outbox") == 0;
    }

    private long count(String sql) {
        return Long.parseLong(texts(sql).getFirst());
    }

    private List<String> texts(String sql) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(Duration time) {
        await().dontCatchUncaughtExceptions()
                .pollDelay(time)
                .atMost(time.plusSeconds(5))
                .until(() -> true);
    }

    private static List<Child> children() {
        return Stream.generate(() -> new Child(UUID.randomUUID(), UUID.randomUUID()))
                .limit(OF_A_KIND)
                .toList();
    }

    /** A student and the one who has custody. */
    private record Child(UUID id, UUID mother) {}
}
