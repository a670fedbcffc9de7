package vn.edu.privacy.consent.representation;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Authorisations in PostgreSQL. */
@Repository
class R2dbcRepresentations {
    private static final String SELECT =
            "select r.*, s.school_id from representation r join student s using (student_id) ";

    private final DatabaseClient database;

    R2dbcRepresentations(DatabaseClient database) {
        this.database = database;
    }

    /** All about a student, newest first. */
    Flux<Representation> of(UUID studentId) {
        return database.sql(SELECT + "where student_id = $1 order by recorded_at desc, representation_id")
                .bind(0, studentId)
                .map(R2dbcRepresentations::representation)
                .all();
    }

    /** A school's that wait for a second person, oldest first. */
    Flux<Representation> waiting(String schoolId, int atMost) {
        return database.sql(SELECT + """
                        where outcome is null and ended_at is null and s.school_id = $1
                        order by recorded_at, representation_id limit $2""")
                .bind(0, schoolId)
                .bind(1, atMost)
                .map(R2dbcRepresentations::representation)
                .all();
    }

    /** One, which nobody else can change until the transaction ends. */
    Mono<Representation> lock(UUID studentId, UUID id) {
        return database.sql(SELECT + "where student_id = $1 and representation_id = $2 for update of r")
                .bind(0, studentId)
                .bind(1, id)
                .map(R2dbcRepresentations::representation)
                .one();
    }

    Mono<Void> keep(Representation recorded) {
        return database.sql("""
                        insert into representation (student_id, representation_id, represented, representative, purposes,
                            request_types, reference, valid_from, valid_until, recorded_by, recorded_at)
                        values (:student, :id, :represented, :representative, :purposes, :types, :reference, :from, :until,
                            :by, :at)""")
                .bind("student", recorded.studentId())
                .bind("id", recorded.id())
                .bind("represented", recorded.represented())
                .bind("representative", recorded.representative())
                .bind("purposes", recorded.purposes().toArray(String[]::new))
                .bind(
                        "types",
                        recorded.requestTypes().stream().map(RequestKind::name).toArray(String[]::new))
                .bind("reference", recorded.reference())
                .bind("from", recorded.from())
                .bind("until", recorded.until())
                .bind("by", recorded.recordedBy())
                .bind("at", recorded.recordedAt())
                .then();
    }

    Mono<Void> check(Representation checked, boolean confirmed, UUID by, Instant at) {
        return database.sql("""
                        update representation set outcome = :outcome, checked_by = :by, checked_at = :at
                        where student_id = :student and representation_id = :id""")
                .bind("outcome", confirmed ? "CONFIRMED" : "REJECTED")
                .bind("by", by)
                .bind("at", at)
                .bind("student", checked.studentId())
                .bind("id", checked.id())
                .then();
    }

    Mono<Void> end(Representation ended, UUID by, Instant at) {
        return database.sql("""
                        update representation set ended_by = :by, ended_at = :at
                        where student_id = :student and representation_id = :id""")
                .bind("by", by)
                .bind("at", at)
                .bind("student", ended.studentId())
                .bind("id", ended.id())
                .then();
    }

    private static Representation representation(Readable row) {
        @Nullable String outcome = row.get("outcome", String.class);
        return new Representation(
                RequiredColumn.get(row, "representation_id", UUID.class),
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "school_id", String.class),
                RequiredColumn.get(row, "represented", UUID.class),
                RequiredColumn.get(row, "representative", UUID.class),
                List.of(RequiredColumn.get(row, "purposes", String[].class)),
                Stream.of(RequiredColumn.get(row, "request_types", String[].class))
                        .map(RequestKind::valueOf)
                        .toList(),
                RequiredColumn.get(row, "reference", String.class),
                RequiredColumn.get(row, "valid_from", LocalDate.class),
                RequiredColumn.get(row, "valid_until", LocalDate.class),
                RequiredColumn.get(row, "recorded_by", UUID.class),
                RequiredColumn.get(row, "recorded_at", Instant.class),
                outcome == null ? null : outcome.equals("CONFIRMED"),
                row.get("ended_at", Instant.class));
    }
}
