package vn.edu.privacy.consent.announcement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.RecordNews.Cause;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.database.RequiredColumn;

/**
 * Tells those who must decide anew that a consent ended without anybody's decision. A change may end very many at once, so
 * that they are only noted with it and told of afterwards, page by page. A student whose family could not be told holds up
 * nobody else, and is tried again by the next run.
 */
@Component
class EndedConsents {
    private static final int PAGE = 200;
    private static final Ended FIRST = new Ended(new UUID(0, 0), Cause.NOTICE, "", Instant.EPOCH);
    private static final String READ = """
            select student_id, cause, subject, at from announcement_due
            where (at, student_id, cause, subject) > ($1, $2, $3, $4)
            order by at, student_id, cause, subject limit $5""";
    /** What another instance is at is left to it. */
    private static final String TAKE = """
            with next as (
                select due.student_id, due.cause, due.subject, due.at
                from announcement_due due
                join unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as page (student, cause, subject, at)
                    on due.student_id = page.student and due.cause = page.cause and due.subject = page.subject
                    and due.at = page.at
                order by due.student_id, due.cause, due.subject, due.at
                for update of due skip locked)
            delete from announcement_due due using next
            where due.student_id = next.student_id and due.cause = next.cause and due.subject = next.subject
                and due.at = next.at
            returning due.student_id, due.cause, due.subject, due.at""";

    private final DatabaseClient database;
    private final Students students;
    private final Announcements announcements;
    private final LawInForce law;
    private final StudentByStudent studentByStudent;

    EndedConsents(
            DatabaseClient database,
            Students students,
            Announcements announcements,
            LawInForce law,
            TransactionalOperator transaction,
            MeterRegistry metrics) {
        this.database = database;
        this.students = students;
        this.announcements = announcements;
        this.law = law;
        this.studentByStudent = new StudentByStudent(
                transaction,
                Counter.builder("announcements.ended.failed")
                        .description("students whose families could not be told in a run that a consent ended")
                        .register(metrics));
    }

    /** Tells of all that are noted. */
    Mono<Void> run() {
        return page(FIRST)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(page.getLast()))
                .then();
    }

    /** Tells of a page and gives it: where it ends, the next one begins, past what could not be told. */
    private Mono<List<Ended>> page(Ended after) {
        return database.sql(READ)
                .bind(0, after.at())
                .bind(1, after.student())
                .bind(2, after.cause().name())
                .bind(3, after.subject())
                .bind(4, PAGE)
                .map(EndedConsents::ended)
                .all()
                .collectList()
                .delayUntil(page -> page.isEmpty()
                        ? Mono.empty()
                        : studentByStudent.tell(
                                page, Ended::student, due -> take(due).flatMap(this::tell)));
    }

    private Mono<List<Ended>> take(List<Ended> due) {
        return database.sql(TAKE)
                .bind(0, due.stream().map(Ended::student).toArray(UUID[]::new))
                .bind(1, due.stream().map(each -> each.cause().name()).toArray(String[]::new))
                .bind(2, due.stream().map(Ended::subject).toArray(String[]::new))
                .bind(3, due.stream().map(Ended::at).toArray(Instant[]::new))
                .map(EndedConsents::ended)
                .all()
                .collectList();
    }

    private static Ended ended(Readable row) {
        return new Ended(
                RequiredColumn.get(row, "student_id", UUID.class),
                Cause.valueOf(RequiredColumn.get(row, "cause", String.class)),
                RequiredColumn.get(row, "subject", String.class),
                RequiredColumn.get(row, "at", Instant.class));
    }

    private Mono<Void> tell(List<Ended> taken) {
        return students.factsOf(taken.stream().map(Ended::student).distinct().toList())
                .collectMap(StudentFacts::studentId)
                .flatMap(facts -> announcements.tell(taken.stream()
                        .flatMap(ended -> announced(ended, facts).stream())
                        .toList()));
    }

    private Optional<Announcement> announced(Ended ended, Map<UUID, StudentFacts> facts) {
        LocalDate day = LocalDate.ofInstant(ended.at(), LawInForce.ZONE);
        return Optional.ofNullable(facts.get(ended.student())).map(student -> {
            List<UUID> people = new DecidingAges(law.on(day)).deciding(student, day);
            return switch (ended.cause()) {
                case NOTICE ->
                    Announcement.toPeople(AnnouncementKind.NOTICE_CHANGED, people, ended.at())
                            .about(ended.student())
                            .onPurpose(ended.subject());
                case ROSTER ->
                    Announcement.toPeople(
                                    isAt(student, ended.subject(), day)
                                            ? AnnouncementKind.RELATION_ENDED
                                            : AnnouncementKind.TRANSFERRED,
                                    people,
                                    ended.at())
                            .about(ended.student());
            };
        });
    }

    private static boolean isAt(StudentFacts student, String schoolId, LocalDate day) {
        return student.enrolments().stream()
                .anyMatch(enrolment -> enrolment.schoolId().equals(schoolId) && enrolment.inForce(day));
    }

    /** Consents of a student that ended by one change. */
    private record Ended(UUID student, Cause cause, String subject, Instant at) {}
}
