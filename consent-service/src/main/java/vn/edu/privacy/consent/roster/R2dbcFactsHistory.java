package vn.edu.privacy.consent.roster;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The versions in PostgreSQL. */
@Repository
class R2dbcFactsHistory implements FactsHistory {
    private static final String APPEND = """
            insert into student_version (student_id, version, recorded_at, school_id, person_id, birth_date,
                birth_date_source, enrolments, guardians)
            select s.student_id, s.version, :at, s.school_id, s.person_id, s.birth_date, s.birth_date_source,
                coalesce(e.stays, '[]'), coalesce(g.relations, '[]')
            from student s
            left join lateral (
                select jsonb_agg(jsonb_build_object('schoolId', school_id, 'from', enrolled_from, 'until',
                    enrolled_until) order by enrolled_from desc) as stays
                from enrolment where student_id = s.student_id) e on true
            left join lateral (
                select jsonb_agg(jsonb_build_object('personId', person_id, 'capacity', capacity, 'from', valid_from,
                    'until', valid_until, 'suspendedFrom', suspended_from, 'suspendedUntil', suspended_until)
                    order by valid_from, person_id) as relations
                from guardianship where student_id = s.student_id) g on true
            where s.student_id = any(:students)""";

    private final DatabaseClient database;
    private final JsonMapper mapper;

    R2dbcFactsHistory(DatabaseClient database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    @Override
    public Flux<Version> of(UUID studentId) {
        return database.sql("select * from student_version where student_id = :student order by version")
                .bind("student", studentId)
                .map(this::version)
                .all();
    }

    /** Keeps what the roster says of those students now, one statement for all; in the transaction of the change. */
    Mono<Void> append(Collection<UUID> studentIds, Instant at) {
        return database.sql(APPEND)
                .bind("students", studentIds.toArray(UUID[]::new))
                .bind("at", at)
                .then();
    }

    /** Forgets birth date and login of an erased student in every version; the erasure is in the journal by then. */
    Mono<Void> forget(UUID studentId) {
        return database.sql("""
                        update student_version set birth_date = null, person_id = null
                        where student_id = :student and (birth_date is not null or person_id is not null)""").bind("student", studentId).then();
    }

    private Version version(Readable row) {
        return new Version(
                RequiredColumn.get(row, "version", Long.class),
                RequiredColumn.get(row, "recorded_at", Instant.class),
                new StudentFacts(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        RequiredColumn.get(row, "school_id", String.class),
                        row.get("person_id", UUID.class),
                        row.get("birth_date", LocalDate.class),
                        BirthDateSource.valueOf(RequiredColumn.get(row, "birth_date_source", String.class))
                                .verified(),
                        read(row, "enrolments", Stay[].class).stream()
                                .map(Stay::enrolment)
                                .toList(),
                        read(row, "guardians", Guardianship[].class)));
    }

    private <T> List<T> read(Readable row, String column, Class<T[]> type) {
        return Arrays.asList(
                mapper.readValue(RequiredColumn.get(row, column, Json.class).asString(), type));
    }

    private record Stay(
            String schoolId, LocalDate from, @Nullable LocalDate until) {
        Enrolment enrolment() {
            return new Enrolment(schoolId, "", from, until);
        }
    }
}
