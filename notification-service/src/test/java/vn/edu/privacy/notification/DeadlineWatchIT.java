package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.Rule;

/** Officers are reminded before a deadline; a missed one is on record, before the head of the unit, and is told. */
@Rule("R-DL-05")
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = "privacy.deadlines.interval=PT0.2S")
class DeadlineWatchIT extends RightsCase {
    @Autowired
    private ClockAhead clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void officersAreRemindedBeforeADeadlineOnceForEachLead() {
        UUID id = ask();
        Instant due = due(id, "PROMISE");

        clock.to(due.minus(Duration.ofHours(25)));
        clock.to(due.minus(Duration.ofHours(23)));
        awaitReminders(id, "PROMISE", 1);
        clock.to(due.minus(Duration.ofHours(3)));
        awaitReminders(id, "PROMISE", 2);

        assertThat(officerNotices(id)).contains("DEADLINE_NEAR");
        assertThat(overdue(id)).doesNotContain("PROMISE");
    }

    @Test
    void aMissedDeadlineIsOnRecordAndBeforeTheHeadAndTheRequesterOnce() {
        UUID id = ask();
        Instant due = due(id, "PROMISE");

        clock.to(due.minusSeconds(2));
        assertThat(overdue(id)).isEmpty();
        clock.to(due);
        await().atMost(Duration.ofSeconds(20)).until(() -> overdue(id).contains("PROMISE"));
        awaitEvents(id, "OVERDUE", overdue(id).size());

        assertThat(officerNotices(id)).contains("DEADLINE_MISSED");
        assertThat(requesterIsToldOf("REQUEST_OVERDUE")).isTrue();
        refuse(id);
        assertThat(overdue(id)).as("the record stays when the work is done").contains("PROMISE");
    }

    @Test
    void whatIsDoneIsNeitherRemindedOfNorMissed() {
        UUID done = ask();
        Instant due = due(done, "PROMISE");
        refuse(done);
        UUID running = ask();

        clock.to(due.plus(Duration.ofDays(40)));
        awaitEvents(running, "OVERDUE", 4);

        assertThat(events(done)).doesNotContain("REMINDED", "OVERDUE");
        assertThat(overdue(done)).isEmpty();
    }

    @Test
    void anExtensionMovesTheReminder() {
        UUID id = ask();
        Instant before = due(id, "FULFIL");
        post(officer(SCHOOL), "/v1/requests/" + id + "/extension", Map.of("reason", "Công ty xe cần thêm thời gian."));
        Instant after = due(id, "FULFIL");

        clock.to(before.plusSeconds(1));
        awaitEvents(id, "OVERDUE", 2);
        assertThat(overdue(id)).containsOnly("ACKNOWLEDGE", "PROMISE");
        clock.to(after.minus(Duration.ofHours(23)));

        awaitReminders(id, "FULFIL", 1);
        assertThat(overdue(id)).doesNotContain("FULFIL");
    }

    private UUID ask() {
        return post(motherToken(), "/v1/requests", Map.of("type", "ACCESS", "studentId", student))
                .id();
    }

    private void refuse(UUID id) {
        post(
                officer(SCHOOL),
                "/v1/requests/" + id + "/refusal",
                Map.of("ground", "IDENTITY_NOT_PROVEN", "text", "Vui lòng mang giấy tờ."));
    }

    private Instant due(UUID id, String code) {
        return get(motherToken(), "/v1/requests/" + id)
                .body()
                .path("clocks")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(code))
                .map(each -> Instant.parse(each.path("due").asString("")))
                .findFirst()
                .orElseThrow();
    }

    private void awaitEvents(UUID id, String event, int times) {
        await(times + " × " + event)
                .atMost(Duration.ofSeconds(20))
                .until(() -> events(id).stream().filter(event::equals).count() == times);
    }

    private void awaitReminders(UUID id, String clock, int times) {
        await(times + " reminders of " + clock)
                .atMost(Duration.ofSeconds(20))
                .until(() -> count("""
                        select count(*) from request_timeline
                        where request_id = '%s' and event = 'REMINDED' and detail = '%s'""".formatted(id, clock)) == times);
    }

    private List<String> events(UUID id) {
        return texts("select event from request_timeline where request_id = $1", id);
    }

    private List<String> overdue(UUID id) {
        return texts("select code from request_clock where overdue_noted_at is not null and request_id = $1", id);
    }

    private List<String> officerNotices(UUID id) {
        return texts("select kind from officer_notice where school_id = '" + SCHOOL + "' and request_id = $1", id);
    }

    private List<String> texts(String select, UUID id) {
        return database.sql(select)
                .bind(0, id)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private boolean requesterIsToldOf(String kind) {
        return get(motherToken(), "/v1/inbox")
                .body()
                .path("items")
                .findValuesAsString("kind")
                .contains(kind);
    }
}
