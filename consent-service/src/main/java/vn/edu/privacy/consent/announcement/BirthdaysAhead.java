package vn.edu.privacy.consent.announcement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.DecidingAges.Turning;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.database.RequiredColumn;

/**
 * Tells student and guardians of a birthday that changes who decides, 30 days before, each person once (R-CH-25). Goes
 * through the students page by page in order of birth. A student whose family could not be told holds up nobody else, and is
 * tried again by the next run.
 */
@Component
class BirthdaysAhead {
    /** How long before people are told. */
    static final int DAYS = 30;

    private static final int PAGE = 200;
    private static final String BORN = """
            select birth_date, student_id from student
            where birth_date is not null and (birth_date, student_id) > (:birth, :student) and birth_date <= :last
            order by birth_date, student_id limit :page""";
    private static final String REMEMBER = """
            insert into birthday_announced (student_id, birthday, person_id, at)
            select s, b, p, $4 from unnest($1::uuid[], $2::date[], $3::uuid[]) as told (s, b, p) order by s, b, p
            on conflict do nothing
            returning student_id, birthday, person_id""";

    private final DatabaseClient database;
    private final Students students;
    private final Announcements announcements;
    private final LawInForce law;
    private final StudentByStudent studentByStudent;
    private final Clock clock;

    BirthdaysAhead(
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
                Counter.builder("announcements.birthday.failed")
                        .description("students whose families could not be told in a run of a birthday")
                        .register(metrics));
        this.clock = clock;
    }

    /** Tells of all birthdays of the next 30 days that were not told of yet. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            LocalDate today = LocalDate.ofInstant(at, LawInForce.ZONE);
            DecidingAges ages = new DecidingAges(law.on(today));
            return Flux.fromIterable(ages.turnings())
                    .concatMap(turning -> new Run(ages, turning, today, at).all())
                    .then();
        });
    }

    private Mono<List<Born>> page(Born after, LocalDate last) {
        return database.sql(BORN)
                .bind("birth", after.birth())
                .bind("student", after.student())
                .bind("last", last)
                .bind("page", PAGE)
                .map(row -> new Born(
                        RequiredColumn.get(row, "birth_date", LocalDate.class),
                        RequiredColumn.get(row, "student_id", UUID.class)))
                .all()
                .collectList();
    }

    /** Keeps in mind who is told, and gives those who were not told before. */
    private Flux<Told> remember(List<Told> told, Instant at) {
        return database.sql(REMEMBER)
                .bind(0, told.stream().map(Told::student).toArray(UUID[]::new))
                .bind(1, told.stream().map(Told::birthday).toArray(LocalDate[]::new))
                .bind(2, told.stream().map(Told::person).toArray(UUID[]::new))
                .bind(3, at)
                .map(row -> new Told(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        RequiredColumn.get(row, "birthday", LocalDate.class),
                        RequiredColumn.get(row, "person_id", UUID.class)))
                .all();
    }

    /** A student at a place in the order of birth. */
    private record Born(LocalDate birth, UUID student) {}

    /** A person who is told of a student's birthday. */
    private record Told(UUID student, LocalDate birthday, UUID person) {}

    /** Going through one birthday's students. */
    private final class Run {
        private final DecidingAges ages;
        private final Turning turning;
        private final LocalDate today;
        private final Instant at;

        Run(DecidingAges ages, Turning turning, LocalDate today, Instant at) {
            this.ages = ages;
            this.turning = turning;
            this.today = today;
            this.at = at;
        }

        Mono<Void> all() {
            LocalDate last = turning.lastBirth(today.plusDays(DAYS));
            return page(new Born(turning.firstBirth(today).minusDays(1), new UUID(-1, -1)), last)
                    .expand(page -> page.size() < PAGE ? Mono.empty() : page(page.getLast(), last))
                    .concatMap(page -> studentByStudent.tell(page, Born::student, this::tell))
                    .then();
        }

        private Mono<Void> tell(List<Born> page) {
            return students.factsOf(page.stream().map(Born::student).toList())
                    .filter(student -> student.birthDateVerified()
                            && student.enrolment(today).isPresent())
                    .flatMapIterable(this::people)
                    .collectList()
                    .flatMapMany(told -> told.isEmpty() ? Flux.empty() : remember(told, at))
                    .collectList()
                    .flatMap(told -> announcements.tell(announced(told)));
        }

        private List<Told> people(StudentFacts student) {
            LocalDate birthday = turning.on(Objects.requireNonNull(student.birthDate()));
            if (!birthday.isAfter(today) || birthday.isAfter(today.plusDays(DAYS))) {
                return List.of();
            }
            return ages.concerned(student, today).stream()
                    .map(person -> new Told(student.studentId(), birthday, person))
                    .toList();
        }

        private List<Announcement> announced(List<Told> told) {
            Map<UUID, List<Told>> byStudent = new LinkedHashMap<>();
            told.forEach(each -> byStudent
                    .computeIfAbsent(each.student(), student -> new ArrayList<>())
                    .add(each));
            return byStudent.entrySet().stream()
                    .map(each -> Announcement.toPeople(
                                    AnnouncementKind.BIRTHDAY_AHEAD,
                                    each.getValue().stream().map(Told::person).toList(),
                                    at)
                            .about(each.getKey())
                            .on(each.getValue().getFirst().birthday()))
                    .toList();
        }
    }
}
