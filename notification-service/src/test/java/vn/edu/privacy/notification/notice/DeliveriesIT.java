package vn.edu.privacy.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import vn.edu.privacy.platform.testing.Postgres;

class DeliveriesIT {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static DatabaseClient database;
    private static Deliveries deliveries;
    private static Notices notices;

    @BeforeAll
    static void start() {
        database = Postgres.migrated();
        deliveries = new Deliveries(database);
        notices = new R2dbcNotices(database);
    }

    @BeforeEach
    void forget() {
        database.sql("truncate delivery, notice_digest, notice").then().block();
    }

    @Test
    void twoClaimantsAtOnceShareNothing() {
        tell(40);

        List<List<DueDelivery>> claims =
                Objects.requireNonNull(Flux.merge(deliveries.claim(NOW, 30), deliveries.claim(NOW, 30))
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
        deliveries.failed(late, DeliveryError.MAIL_REFUSED).block();
        deliveries.noAddress(late).block();
        assertThat(state()).isEqualTo("PENDING 0");

        deliveries.sent(late, NOW).block();
        assertThat(state()).isEqualTo("SENT 1");
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

    private static void tell(int people) {
        List<UUID> recipients = Stream.generate(UUID::randomUUID).limit(people).toList();
        notices.tell(new NoticeOrder(recipients, NoticeKind.REQUEST_RECEIVED, UUID.randomUUID(), NOW))
                .block();
    }

    private static List<DueDelivery> claim(Instant at) {
        return Objects.requireNonNull(deliveries.claim(at, 50).block());
    }

    private static String state() {
        return Objects.requireNonNull(database.sql("select state || ' ' || attempts as value from delivery")
                .map(row -> Objects.requireNonNull(row.get("value", String.class)))
                .one()
                .block());
    }
}
