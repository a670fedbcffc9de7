package vn.edu.privacy.consent.announcement;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What happened to a consent record and somebody must hear of; joins the transaction of what happened. */
@Component
public class RecordNews {
    private static final String REMEMBER = """
            insert into conflict_announced (student_id, record_id, seq, at) values (:student, :record, :seq, :at)
            on conflict do nothing""";
    private static final String NOTE = """
            insert into announcement_due (student_id, cause, subject, at) values (:student, :cause, :subject, :at)
            on conflict do nothing""";

    private final DatabaseClient database;
    private final Announcements announcements;

    RecordNews(DatabaseClient database, Announcements announcements) {
        this.database = database;
        this.announcements = announcements;
    }

    /**
     * Guardians disagree: the officers and the head of the school hear of it, once for each decision that brought it
     * about (R-CH-22).
     *
     * @param conflict the record in conflict
     * @param at when
     */
    public Mono<Void> conflict(Conflict conflict, Instant at) {
        return database.sql(REMEMBER)
                .bind("student", conflict.studentId())
                .bind("record", conflict.recordId())
                .bind("seq", conflict.seq())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(fresh ->
                        announcements.tell(Announcement.toOfficers(AnnouncementKind.CONFLICT, conflict.schoolId(), at)
                                .about(conflict.studentId())
                                .onPurpose(conflict.purpose())));
    }

    /**
     * A PERMIT ended because a relation, an enrolment or another fact of the student changed; told once however many of
     * the student's consents at that school it ended.
     */
    public Mono<Void> endedByRoster(UUID studentId, String schoolId, Instant at) {
        return note(studentId, Cause.ROSTER, schoolId, at);
    }

    /** A PERMIT ended because a MAJOR version of the purpose's notice was published. */
    public Mono<Void> endedByNotice(UUID studentId, String purpose, Instant at) {
        return note(studentId, Cause.NOTICE, purpose, at);
    }

    private Mono<Void> note(UUID studentId, Cause cause, String subject, Instant at) {
        return database.sql(NOTE)
                .bind("student", studentId)
                .bind("cause", cause.name())
                .bind("subject", subject)
                .bind("at", at)
                .then();
    }

    /**
     * A record whose guardians disagree.
     *
     * @param studentId about whom
     * @param recordId the consent record
     * @param seq the newest decision on it
     * @param schoolId the controller
     * @param purpose the purpose
     */
    public record Conflict(UUID studentId, UUID recordId, long seq, String schoolId, String purpose) {}

    /** What ended a consent without a decision. */
    enum Cause {
        /** A relation, an enrolment, a birth date. */
        ROSTER,
        /** A MAJOR version. */
        NOTICE
    }
}
