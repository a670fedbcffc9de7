package vn.edu.privacy.consent.purpose;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;
import vn.edu.privacy.platform.time.Ids;

/** Served notices in PostgreSQL. */
@Repository
class R2dbcServedNotices implements ServedNotices {
    private final DatabaseClient database;
    private final Purposes purposes;
    private final Clock clock;

    R2dbcServedNotices(DatabaseClient database, Purposes purposes, Clock clock) {
        this.database = database;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public Mono<ServedNotice> find(UUID id) {
        return database.sql("""
                        select id, person_id, student_id, purpose, version, language, served_at
                        from served_notice where id = :id""").bind("id", id).map(R2dbcServedNotices::notice).one();
    }

    @Override
    public Mono<ServedNotice> serve(UUID person, UUID student, String purpose, String language) {
        return purposes.current(purpose)
                .filter(current -> current.active()
                        && current.basis().needsConsent()
                        && current.languages().contains(language))
                .flatMap(current -> record(new ServedNotice(
                        Ids.next(),
                        person,
                        student,
                        purpose,
                        current.version(),
                        language,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    @Override
    public Mono<ServedNotice> servedOnPaper(
            UUID person, UUID student, String purpose, int version, String language, Instant servedAt) {
        return record(new ServedNotice(Ids.next(), person, student, purpose, version, language, servedAt));
    }

    private Mono<ServedNotice> record(ServedNotice notice) {
        return database.sql("""
                        insert into served_notice (student_id, id, person_id, purpose, version, language, served_at)
                        values (:student, :id, :person, :purpose, :version, :language, :at)""")
                .bind("student", notice.studentId())
                .bind("id", notice.id())
                .bind("person", notice.personId())
                .bind("purpose", notice.purpose())
                .bind("version", notice.version())
                .bind("language", notice.language())
                .bind("at", notice.servedAt())
                .then()
                .thenReturn(notice);
    }

    private static ServedNotice notice(Readable row) {
        return new ServedNotice(
                RequiredColumn.get(row, "id", UUID.class),
                RequiredColumn.get(row, "person_id", UUID.class),
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "purpose", String.class),
                RequiredColumn.get(row, "version", Integer.class),
                RequiredColumn.get(row, "language", String.class),
                RequiredColumn.get(row, "served_at", Instant.class));
    }
}
