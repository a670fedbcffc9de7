package vn.edu.privacy.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemindersTest {
    private static final Instant FROM = Instant.parse("2026-03-02T02:00:00Z");
    private final Reminders reminders =
            new Reminders(List.of(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(4)));

    @Test
    void remindsSoLongBeforeAsEachLeadSays() {
        Instant due = FROM.plus(Duration.ofDays(15));

        assertThat(all(FROM, due))
                .containsExactly(
                        due.minus(Duration.ofDays(3)), due.minus(Duration.ofDays(1)), due.minus(Duration.ofHours(4)));
    }

    @Test
    void nobodyIsRemindedOfWhatHasJustArrived() {
        Instant due = FROM.plus(Duration.ofHours(72));

        assertThat(all(FROM, due)).containsExactly(due.minus(Duration.ofDays(1)), due.minus(Duration.ofHours(4)));
    }

    @Test
    void afterAStandstillTheNextOneCounts() {
        Instant due = FROM.plus(Duration.ofDays(15));

        assertThat(reminders.next(FROM, due, due.minus(Duration.ofHours(23)))).contains(due.minus(Duration.ofHours(4)));
        assertThat(reminders.next(FROM, due, due.minus(Duration.ofHours(4)))).isEmpty();
    }

    @Test
    void everyReminderFallsInTheLaterHalfOfTheTimeAndBeforeTheDeadline() {
        Random random = new Random(20260302);
        for (int round = 0; round < 2_000; round++) {
            Instant due = FROM.plusSeconds(1 + random.nextInt(60 * 24 * 3600));
            Instant half = FROM.plus(Duration.between(FROM, due).dividedBy(2));
            assertThat(all(FROM, due))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            moment -> assertThat(moment).isBetween(half, due).isBefore(due));
        }
    }

    @Test
    void aLeadComesBeforeItsDeadline() {
        assertThatThrownBy(() -> new Reminders(List.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Instant> all(Instant from, Instant due) {
        List<Instant> all = new ArrayList<>();
        Optional<Instant> next = reminders.next(from, due, from);
        while (next.isPresent()) {
            all.add(next.get());
            next = reminders.next(from, due, next.get());
        }
        return all;
    }
}
