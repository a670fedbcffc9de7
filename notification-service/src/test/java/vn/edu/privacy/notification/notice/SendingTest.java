package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.platform.page.Times;

class SendingTest {
    private static final List<Channel> ALL = Channel.OUTSIDE;
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final Instant NOON = at(2026, 11, 24, 12, 0);
    private static final Instant EVENING = at(2026, 11, 24, 20, 59);
    private static final Instant NIGHT = at(2026, 11, 24, 21, 0);
    private static final Instant MORNING = at(2026, 11, 25, 7, 0);
    private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
    private static final Preference USUAL = new Preference(List.of(Channel.EMAIL, Channel.SMS), QUIET, true);

    @Test
    void byDayWhatIsPromptLeavesAloneAndAtOnce() {
        assertThat(sending(NoticeKind.REQUEST_RECEIVED, USUAL, NOON).at()).isEqualTo(NOON);
        assertThat(sending(NoticeKind.REQUEST_RECEIVED, USUAL, NOON).gathers()).isFalse();
        assertThat(sending(NoticeKind.REQUEST_RECEIVED, USUAL, EVENING).at()).isEqualTo(EVENING);
    }

    @Test
    void byDayWhatIsGatheredWaitsAWhileForMore() {
        assertThat(sending(NoticeKind.CONSENT_EXPIRING, USUAL, NOON).at()).isEqualTo(NOON.plus(WHILE));
        assertThat(sending(NoticeKind.CONSENT_EXPIRING, USUAL, NOON).gathers()).isTrue();
    }

    @Test
    void whatAWhileWouldCarryIntoTheNightWaitsForTheMorning() {
        assertThat(sending(NoticeKind.CONSENT_EXPIRING, USUAL, EVENING).at()).isEqualTo(MORNING);
        assertThat(sending(NoticeKind.CONSENT_EXPIRING, USUAL, EVENING.minusMillis(1))
                        .at())
                .isEqualTo(NIGHT.minusMillis(1));
    }

    @Test
    void whatIsToldByNightLeavesTogetherInTheMorning() {
        for (Instant moment : List.of(NIGHT, at(2026, 11, 25, 0, 0), MORNING.minusMillis(1))) {
            for (NoticeKind kind : List.of(NoticeKind.REQUEST_RECEIVED, NoticeKind.CONSENT_EXPIRING)) {
                Instant earliest = kind == NoticeKind.CONSENT_EXPIRING ? moment.plus(WHILE) : moment;
                Instant at = earliest.isBefore(MORNING) ? MORNING : earliest;
                assertThat(sending(kind, USUAL, moment).at()).isEqualTo(at);
                assertThat(sending(kind, USUAL, moment).gathers()).isTrue();
            }
        }
    }

    @Test
    void whatIsUrgentWaitsForNoMorningAndForNothingElse() {
        assertThat(sending(NoticeKind.INCIDENT, USUAL, NIGHT).at()).isEqualTo(NIGHT);
        assertThat(sending(NoticeKind.INCIDENT, USUAL, NIGHT).gathers()).isFalse();
    }

    @Test
    void whoWantsItAtAnyHourGetsIt() {
        Preference any = new Preference(List.of(Channel.SMS), null, true);

        assertThat(sending(NoticeKind.REQUEST_RECEIVED, any, NIGHT).at()).isEqualTo(NIGHT);
    }

    @Test
    void theFirstOfThePersonsChannelsThatIsOfferedIsTaken() {
        Preference zalo = new Preference(List.of(Channel.ZALO, Channel.SMS), QUIET, true);

        assertThat(sending(NoticeKind.REQUEST_RECEIVED, zalo, NOON).channel()).contains(Channel.ZALO);
        assertThat(Sending.of(NoticeKind.REQUEST_RECEIVED, zalo, List.of(Channel.EMAIL, Channel.SMS), NOON, WHILE)
                        .channel())
                .contains(Channel.SMS);
        assertThat(Sending.of(NoticeKind.REQUEST_RECEIVED, zalo, List.of(Channel.EMAIL), NOON, WHILE)
                        .channel())
                .isEmpty();
    }

    @Test
    void onlyWhatNoLawAsksForCanBeSilenced() {
        Preference least = new Preference(List.of(Channel.EMAIL), QUIET, false);

        for (NoticeKind kind : NoticeKind.values()) {
            boolean optional = Weight.of(kind) == Weight.OPTIONAL;
            assertThat(least.silences(kind)).as(kind.name()).isEqualTo(optional);
            assertThat(sending(kind, least, NOON).channel().isEmpty())
                    .as(kind.name())
                    .isEqualTo(optional);
            assertThat(USUAL.silences(kind)).as(kind.name()).isFalse();
        }
        assertThat(List.of(NoticeKind.values()).stream().filter(least::silences))
                .containsExactlyInAnyOrder(NoticeKind.CAMPAIGN_REMINDER, NoticeKind.CONSENT_EXPIRING);
    }

    private static Sending sending(NoticeKind kind, Preference preference, Instant now) {
        return Sending.of(kind, preference, ALL, now, WHILE);
    }

    private static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute)
                .atZone(Times.ZONE)
                .toInstant();
    }
}
