package vn.edu.privacy.consent.announcement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.database.RequiredColumn;

/**
 * Reminds those who must decide that a consent ends, 30 days before and again 7 days before. An end that is a birthday is
 * {@linkplain BirthdaysAhead told as such}. Goes through the records page by page in order of their ends; one page is read
 * at a time, told or not. A student whose families could not be told holds up nobody else, and is tried again by the next
 * run.
 */
@Component
class EndingConsents {
    /** How many days before people are told, the nearest first. */
    static final List<Integer> DAYS = List.of(7, 30);

    private static final int PAGE = 200;
    /** What was told already is looked up for the page alone, else a run with nothing new would read all in one go. */
    private static final String ENDING = """
            with page as (
                select answer_until, student_id, record_id, purpose_id from consent_record
                where answer = 'PERMIT' and (answer_until, student_id, record_id) > (:until, :student, :record)
                    and answer_until <= :last
                order by answer_until, student_id, record_id limit :page)
            select page.*, exists (
                select from ending_announced told
                where told.student_id = page.student_id and told.record_id = page.record_id
                    and told.ends_at = page.answer_until and told.days_ahead = :days) as told
            from page order by answer_until, student_id, record_id""";

    private static final String REMEMBER = """
            insert into ending_announced (student_id, record_id, ends_at, days_ahead, at)
            select s, r, e, $4, $5 from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as told (s, r, e)
            order by s, r, e
            on conflict do nothing
            returning record_id""";
    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient database;
    private final Students students;
    private final Announcements announcements;
    private final LawInForce law;
    private final StudentByStudent studentByStudent;
    private final Clock clock;

    EndingConsents(
            DatabaseClient database,
            Students students,
            Announcements announcements,
            LawInForce law,
            TransactionalOperator transaction,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.students = students;
        this.announcements = announcements;
        this.law = law;
        this.studentByStudent = new StudentByStudent(
                transaction,
                Counter.builder("announcements.ending.failed")
                        .description("students whose families could not be told in a run that a consent ends")
                        .register(metrics));
        this.clock = clock;
    }

    /** Reminds of all consents that end within 30 days and were not reminded of yet. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant nearest = at;
            Flux<Void> all = Flux.empty();
            for (int days : DAYS) {
                Instant last = at.plus(Duration.ofDays(days));
                all = all.concatWith(run(nearest, last, days, at));
                nearest = last;
            }
            return all.then();
        });
    }

    /** Of those that end after one instant and not after another. */
    private Mono<Void> run(Instant after, Instant last, int days, Instant at) {
        // ids are never so great: nothing that ends at that very instant is left
        Ending start = new Ending(after, new UUID(-1, -1), FIRST, "", true);
        return page(start, last, days, at)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(page.getLast(), last, days, at))
                .then();
    }

    /** Tells of a page and gives it: where it ends, the next one begins, past what could not be told. */
    private Mono<List<Ending>> page(Ending after, Instant last, int days, Instant at) {
        return read(after, last, days).delayUntil(page -> {
            List<Ending> due = page.stream().filter(ending -> !ending.told()).toList();
            return due.isEmpty()
                    ? Mono.empty()
                    : studentByStudent.tell(due, Ending::student, ending -> tell(ending, days, at));
        });
    }

    private Mono<Void> tell(List<Ending> page, int days, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, LawInForce.ZONE);
        DecidingAges ages = new DecidingAges(law.on(today));
        return students.factsOf(page.stream().map(Ending::student).distinct().toList())
                .collectMap(StudentFacts::studentId)
                .flatMap(facts -> {
                    List<Ending> reminded = page.stream()
                            .filter(ending -> isReminded(ending, facts, ages))
                            .toList();
                    return remember(reminded, days, at)
                            .map(fresh -> reminded.stream()
                                    .filter(ending -> fresh.contains(ending.record()))
                                    .map(ending -> announced(
                                            ending,
                                            ages.deciding(Objects.requireNonNull(facts.get(ending.student())), today),
                                            at))
                                    .toList());
                })
                .flatMap(announcements::tell);
    }

    private static boolean isReminded(Ending ending, Map<UUID, StudentFacts> facts, DecidingAges ages) {
        StudentFacts student = facts.get(ending.student());
        return student != null
                && !ages.isTurning(student.birthDate(), LocalDate.ofInstant(ending.until(), LawInForce.ZONE));
    }

    private static Announcement announced(Ending ending, List<UUID> people, Instant at) {
        // the end is exclusive: what is named is the last day
        LocalDate lastDay = LocalDate.ofInstant(ending.until().minusNanos(1), LawInForce.ZONE);
        return Announcement.toPeople(AnnouncementKind.CONSENT_EXPIRING, people, at)
                .about(ending.student())
                .onPurpose(ending.purpose())
                .on(lastDay);
    }

    private Mono<List<Ending>> read(Ending after, Instant last, int days) {
        return database.sql(ENDING)
                .bind("until", after.until())
                .bind("student", after.student())
                .bind("record", after.record())
                .bind("last", last)
                .bind("days", days)
                .bind("page", PAGE)
                .map(row -> new Ending(
                        RequiredColumn.get(row, "answer_until", Instant.class),
                        RequiredColumn.get(row, "student_id", UUID.class),
                        RequiredColumn.get(row, "record_id", UUID.class),
                        RequiredColumn.get(row, "purpose_id", String.class),
                        RequiredColumn.get(row, "told", Boolean.class)))
                .all()
                .collectList();
    }

    /** Keeps in mind which are reminded of, and gives the records that were not reminded of before. */
    private Mono<Set<UUID>> remember(List<Ending> reminded, int days, Instant at) {
        if (reminded.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(REMEMBER)
                .bind(0, reminded.stream().map(Ending::student).toArray(UUID[]::new))
                .bind(1, reminded.stream().map(Ending::record).toArray(UUID[]::new))
                .bind(2, reminded.stream().map(Ending::until).toArray(Instant[]::new))
                .bind(3, (short) days)
                .bind(4, at)
                .map(row -> RequiredColumn.get(row, "record_id", UUID.class))
                .all()
                .collect(HashSet::new, Set::add);
    }

    /** A record at a place in the order of ends, and whether its end was told already. */
    private record Ending(Instant until, UUID student, UUID record, String purpose, boolean told) {}
}
