package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.DeliveryError;
import vn.edu.privacy.notification.channel.Message;
import vn.edu.privacy.notification.channel.Outcome;
import vn.edu.privacy.notification.channel.Pace;

class DeliveriesIT {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Pace PACE = new Pace(Duration.ofMillis(1), 1000);
    private static final House HOUSE = new House();

    private final Deliveries deliveries = HOUSE.deliveries;

    @AfterAll
    static void stop() {
        HOUSE.stop();
    }

    @BeforeEach
    void forget() {
        HOUSE.reset("15:00:00");
    }

    @Test
    void twoClaimantsAtOnceShareNothing() {
        tell(40);

        List<List<DueDelivery>> claims = Objects.requireNonNull(Flux.merge(
                        deliveries.claim(Channel.EMAIL, PACE, NOW, 30), deliveries.claim(Channel.EMAIL, PACE, NOW, 30))
                .collectList()
                .block());

        assertThat(claims.stream().flatMap(List::stream).map(DueDelivery::noticeId))
                .doesNotHaveDuplicates()
                .hasSizeBetween(30, 40);
        assertThat(claims).allSatisfy(claim -> assertThat(claim).hasSizeLessThanOrEqualTo(30));
    }

    @Test
    void whatIsClaimedComesBackWhenTheClaimEnds() {
        tell(1);
        Instant end = NOW.plus(Deliveries.CLAIM);

        assertThat(claim(NOW)).hasSize(1);
        assertThat(claim(end.minusNanos(1000))).isEmpty();
        assertThat(claim(end)).hasSize(1);
    }

    @Test
    void whoLostTheClaimRecordsNothingButThatItWasSent() {
        tell(1);
        DueDelivery late = claim(NOW).getFirst();
        claim(NOW.plus(Deliveries.CLAIM));

        deliveries.again(late, DeliveryError.MAIL_REFUSED, NOW).block();
        deliveries.failed(late, DeliveryError.MAIL_REFUSED, null, NOW).block();
        deliveries.noAddress(late, NOW).block();
        assertThat(states()).containsExactly("EMAIL PENDING 0");

        Message message = new Message("id", Channel.EMAIL, "", "", Locale.ENGLISH, "REQUEST_RECEIVED", 1);
        deliveries
                .taken(late, message, new Outcome.Accepted("250 OK", null), NOW)
                .block();
        assertThat(states()).containsExactly("EMAIL SENT 1");
    }

    @Test
    void countsWhatFailedAndWaits() {
        tell(1);
        Instant next = NOW.plusSeconds(5);

        deliveries
                .again(claim(NOW).getFirst(), DeliveryError.MAIL_REFUSED, next)
                .block();

        assertThat(claim(next.minusMillis(1))).isEmpty();
        assertThat(claim(next))
                .singleElement()
                .extracting(DueDelivery::attempts)
                .isEqualTo(1);
    }

    @Test
    void noMoreLeaveThanTheChannelsPaceAllowsWhoeverSends() {
        Pace pace = new Pace(Duration.ofMillis(100), 5);
        tell(30);

        assertThat(count(pace, NOW)).isEqualTo(5);
        assertThat(count(pace, NOW)).isZero();
        assertThat(count(pace, NOW.plusMillis(99))).isZero();
        assertThat(count(pace, NOW.plusMillis(100))).isEqualTo(1);
        assertThat(count(pace, NOW.plusMillis(350))).isEqualTo(2);
        assertThat(count(pace, NOW.plusSeconds(10))).isEqualTo(5);
    }

    @Test
    void aChannelThatIsHeldLetsNothingGoUntilThen() {
        tell(3);
        deliveries.hold(Channel.EMAIL, NOW.plusSeconds(30)).block();

        assertThat(claim(NOW.plusSeconds(29))).isEmpty();
        assertThat(claim(NOW.plusSeconds(31))).hasSize(3);
    }

    private long count(Pace pace, Instant at) {
        return Objects.requireNonNull(
                        deliveries.claim(Channel.EMAIL, pace, at, 50).block())
                .size();
    }

    private static void tell(int people) {
        HOUSE.tell(
                NoticeKind.REQUEST_RECEIVED,
                Stream.generate(UUID::randomUUID).limit(people).toArray(UUID[]::new));
    }

    private List<DueDelivery> claim(Instant at) {
        return Objects.requireNonNull(
                deliveries.claim(Channel.EMAIL, PACE, at, 50).block());
    }

    private static List<String> states() {
        return HOUSE.texts("select channel || ' ' || state || ' ' || attempts from delivery");
    }
}
