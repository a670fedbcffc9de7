package vn.edu.privacy.consent.announcement;

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
 * that they are only noted with it and told of afterwards, page by page.
 */
@Component
class EndedConsents {
    private static final int PAGE = 200;
    private static final String TAKE = """
            with next as (
                select student_id, cause, subject, at from announcement_due
                order by at, student_id limit $1 for update skip locked)
            delete from announcement_due due using next
            where due.student_id = next.student_id and due.cause = next.cause and due.subject = next.subject
                and due.at = next.at
            returning due.student_id, due.cause, due.subject, due.at""";

    private final DatabaseClient database;
    private final Students students;
    private final Announcements announcements;
    private final LawInForce law;
    private final TransactionalOperator transaction;

    EndedConsents(
            DatabaseClient database,
            Students students,
            Announcements announcements,
            LawInForce law,
            TransactionalOperator transaction) {
        this.database = database;
        this.students = students;
        this.announcements = announcements;
        this.law = law;
        this.transaction = transaction;
    }

    /** Tells of all that are noted. */
    Mono<Void> run() {
        return page().expand(taken -> taken < PAGE ? Mono.empty() : page()).then();
    }

    private Mono<Integer> page() {
        return database.sql(TAKE)
                .bind(0, PAGE)
                .map(row -> new Ended(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        Cause.valueOf(RequiredColumn.get(row, "cause", String.class)),
                        RequiredColumn.get(row, "subject", String.class),
                        RequiredColumn.get(row, "at", Instant.class)))
                .all()
                .collectList()
                .flatMap(taken -> tell(taken).thenReturn(taken.size()))
                .as(transaction::transactional);
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
