package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.ExpireConsents;
import vn.edu.privacy.consent.consent.application.ReevaluateRecords;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.RealParts;

/** A hundred thousand consents that end on one day are gone through page by page; no table is in memory. */
@Tag("long")
@RealParts
@Import(ClockAhead.Instead.class)
@TestPropertySource(properties = {"privacy.consents.expiry-interval=P1000D", "privacy.checkpoints.interval=P1000D"})
class ExpirySizeIT {
    private static final Logger LOG = LoggerFactory.getLogger(ExpirySizeIT.class);
    private static final int STUDENTS = 100_000;
    private static final int SAMPLE_EVERY = 5_000;
    /** All 100,000 in memory, with ledger, facts and records, would be several times that. */
    private static final long MOST_GROWTH = 64L << 20;

    private static final Duration WAITED_FOR = Duration.ofMinutes(20);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    Consents consents;

    @Autowired
    ReevaluateRecords records;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    ClockAhead clock;

    @Test
    void aHundredThousandEndsTakeMinutesAndNoMemoryToSpeakOf() {
        fill(School.at(port).publishNamed("Hồ sơ sức khỏe"));
        AtomicInteger settled = new AtomicInteger();
        List<Long> heap = new ArrayList<>();
        UnaryOperator<Mono<Void>> counted =
                work -> work.as(transaction::transactional).doOnSuccess(done -> {
                    if (settled.incrementAndGet() % SAMPLE_EVERY == 0) {
                        synchronized (heap) {
                            heap.add(live());
                        }
                    }
                });
        List<Object> failed = new ArrayList<>();
        ExpireConsents job =
                new ExpireConsents(consents, records, counted, (student, error) -> failed.add(error), clock);
        long before = live();
        Instant began = Instant.now();

        StepVerifier.create(job.run()).expectComplete().verify(WAITED_FOR);

        Duration took = Duration.between(began, Instant.now());
        long growth = heap.stream().mapToLong(used -> used - before).max().orElseThrow();
        LOG.info(
                "{} consents that ended: {} s, {} per second, live heap grew by at most {} MiB",
                STUDENTS,
                took.toSeconds(),
                STUDENTS * 1000L / took.toMillis(),
                growth >> 20);
        assertThat(failed).isEmpty();
        assertThat(settled).hasValue(STUDENTS);
        assertThat(heap).hasSize(STUDENTS / SAMPLE_EVERY);
        assertThat(growth).isLessThan(MOST_GROWTH);
        assertThat(count("select count(*) from consent_record where state = 'EXPIRED' and answer = 'DENY'"))
                .isEqualTo(STUDENTS);
        assertThat(count("select count(*) from consent_record where answer = 'PERMIT'"))
                .isZero();
    }

    /** Students of six with a mother who agreed until yesterday; the record still says so, as no job has run. */
    private void fill(String purpose) {
        StepVerifier.create(database.sql("""
                                with made as (
                                    insert into student (student_id, sector_index, sector_sealed, name_sealed, birth_date,
                                        birth_date_source, school_id, version, changed_at)
                                    select gen_random_uuid(), sha256(('ends' || n)::bytea), '\\x00', '\\x00',
                                        current_date - 2200, 'SECTOR_DATABASE', :school, 1, now()
                                    from generate_series(1, :students) n
                                    returning student_id
                                ), enrolled as (
                                    insert into enrolment (student_id, school_id, class_name, enrolled_from)
                                    select student_id, :school, '1A', '2020-09-05' from made
                                ), related as (
                                    insert into guardianship (student_id, person_id, capacity, valid_from)
                                    select student_id, gen_random_uuid(), 'MOTHER', current_date - 2200 from made
                                    returning student_id, person_id
                                ), headed as (
                                    insert into ledger_head (student_id, seq, hash, last_at)
                                    select student_id, 1, '\\x00', now() - interval '9 days' from made
                                ), recorded as (
                                    insert into consent_record (student_id, controller_id, purpose_id, period, record_id,
                                        state, answer, answer_until, categories, reminder_may_help, major_version,
                                        last_seq, changed_at)
                                    select student_id, :school, :purpose, :period, gen_random_uuid(), 'GIVEN', 'PERMIT',
                                        :ends, '{height,allergies}', false, 1, 1, now()
                                    from made
                                    returning student_id, record_id
                                )
                                insert into decision (student_id, seq, decision_id, record_id, school_id, purpose, period,
                                    purpose_version, major_version, kind, party, capacity, categories, method, last_day,
                                    decided_at, body, prev_hash, body_hash, hash)
                                select student_id, 1, gen_random_uuid(), record_id, :school, :purpose, :period, 1, 1,
                                    'GIVEN', person_id, 'MOTHER', '{allergies,height}', 'PORTAL_TICK', :lastDay,
                                    now() - interval '9 days', '{}', '\\x00', '\\x00', '\\x00'
                                from recorded join related using (student_id)""")
                        .bind("school", School.ID)
                        .bind("students", STUDENTS)
                        .bind("purpose", purpose)
                        .bind("period", period())
                        .bind(
                                "ends",
                                School.today()
                                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                                        .toInstant())
                        .bind("lastDay", School.today().minusDays(1))
                        .then())
                .expectComplete()
                .verify(WAITED_FOR);
        StepVerifier.create(database.sql("analyze").then()).verifyComplete();
    }

    private static String period() {
        int year = School.today().getMonthValue() < 8
                ? School.today().getYear() - 1
                : School.today().getYear();
        return year + "-" + (year + 1);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long count(String statement) {
        Long counted = database.sql(statement).mapValue(Long.class).one().block();
        return counted == null ? -1 : counted;
    }
}
