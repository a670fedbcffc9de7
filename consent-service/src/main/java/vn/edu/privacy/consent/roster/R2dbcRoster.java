package vn.edu.privacy.consent.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The roster's writes: each one statement for the whole batch, all within the caller's transaction. */
@Repository
class R2dbcRoster {
    private static final String STUDENTS = """
            insert into student (student_id, sector_index, sector_sealed, name_sealed, person_id, birth_date,
                birth_date_source, school_id, version, changed_at)
            select student_id, sector_index, sector_sealed, name_sealed, person_id, birth_date, birth_date_source,
                school_id, 1, :at
            from json_to_recordset(:rows::json) as t (student_id uuid, sector_index bytea, sector_sealed bytea,
                name_sealed bytea, person_id uuid, birth_date date, birth_date_source text, school_id text)
            on conflict (student_id) do update set sector_sealed = excluded.sector_sealed,
                name_sealed = excluded.name_sealed, person_id = excluded.person_id, birth_date = excluded.birth_date,
                birth_date_source = excluded.birth_date_source, school_id = excluded.school_id,
                version = student.version + 1, changed_at = excluded.changed_at""";
    private static final String ENROLMENTS = """
            insert into enrolment (student_id, school_id, class_name, enrolled_from, enrolled_until)
            select student_id, :school, class_name, enrolled_from, enrolled_until
            from json_to_recordset(:rows::json) as t (student_id uuid, class_name text, enrolled_from date,
                enrolled_until date)
            on conflict (student_id, school_id, enrolled_from) do update
                set class_name = excluded.class_name, enrolled_until = excluded.enrolled_until""";
    /** A transfer ends what came before; a corrected first day empties the enrolment that it replaces. */
    private static final String EARLIER_ENROLMENTS = """
            update enrolment e set enrolled_until = greatest(e.enrolled_from, t.enrolled_from)
            from json_to_recordset(:rows::json) as t (student_id uuid, enrolled_from date)
            where e.student_id = t.student_id
                and not (e.school_id = :school and e.enrolled_from = t.enrolled_from)
                and (e.enrolled_until is null or e.enrolled_until > t.enrolled_from)
                and (e.enrolled_from <= t.enrolled_from or e.school_id = :school)""";

    private static final String GUARDIANS = """
            insert into guardianship (student_id, person_id, capacity, valid_from, valid_until, suspended_from,
                suspended_until)
            select student_id, person_id, capacity, valid_from, valid_until, suspended_from, suspended_until
            from json_to_recordset(:rows::json) as t (student_id uuid, person_id uuid, capacity text,
                valid_from date, valid_until date, suspended_from date, suspended_until date)
            on conflict (student_id, person_id, valid_from) do update set capacity = excluded.capacity,
                valid_until = excluded.valid_until, suspended_from = excluded.suspended_from,
                suspended_until = excluded.suspended_until""";
    /** A relation that the sector database no longer names has ended, but it was there. */
    private static final String LOST_GUARDIANS = """
            update guardianship g set valid_until = greatest(g.valid_from, :day)
            where g.student_id = any(:students) and (g.valid_until is null or g.valid_until > :day)
                and not exists (
                    select from json_to_recordset(:rows::json) as t (student_id uuid, person_id uuid, valid_from date)
                    where t.student_id = g.student_id and t.person_id = g.person_id and t.valid_from = g.valid_from)""";

    private static final String LINES = """
            insert into roster_line (student_id, school_id, digest, as_of)
            select student_id, :school, digest, :asOf
            from json_to_recordset(:rows::json) as t (student_id uuid, digest bytea)
            on conflict (student_id, school_id) do update set digest = excluded.digest, as_of = excluded.as_of""";
    private static final String GONE = """
            with gone as (
                update enrolment e set enrolled_until = greatest(e.enrolled_from, :day)
                where e.school_id = :school and (e.enrolled_until is null or e.enrolled_until > :day)
                    and not (e.student_id = any(:present))
                    and not exists (
                        select from roster_line l
                        where l.student_id = e.student_id and l.school_id = :school and l.as_of > :asOf)
                returning e.student_id
            ), forgotten as (
                delete from roster_line l using gone
                where l.student_id = gone.student_id and l.school_id = :school
            )
            update student s set version = s.version + 1, changed_at = :at
            where s.student_id in (select student_id from gone)
            returning s.student_id""";

    private final DatabaseClient database;
    private final JsonMapper mapper;

    R2dbcRoster(DatabaseClient database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** One synchronisation of a school at a time, until the transaction ends. */
    Mono<Void> lock(String schoolId) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('roster/' || :school, 0))::text")
                .bind("school", schoolId)
                .fetch()
                .one()
                .then();
    }

    /** Those of the sector numbers that are known, locked until the transaction ends. */
    Flux<Known> known(String schoolId, List<byte[]> sectorIndexes) {
        return database.sql("""
                        select s.student_id, s.sector_index, s.school_id, l.digest, l.as_of
                        from student s
                        left join roster_line l on l.student_id = s.student_id and l.school_id = :school
                        where s.sector_index = any(array(select i::bytea from unnest(:indexes::text[]) as i))
                        order by s.student_id
                        for update of s""")
                .bind("school", schoolId)
                .bind("indexes", sectorIndexes.stream().map(Bytea::of).toArray(String[]::new))
                .map(row -> new Known(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        Bytea.of(RequiredColumn.get(row, "sector_index", byte[].class)),
                        RequiredColumn.get(row, "school_id", String.class),
                        row.get("digest", byte[].class) == null
                                ? null
                                : Bytea.of(RequiredColumn.get(row, "digest", byte[].class)),
                        row.get("as_of", Instant.class)))
                .all();
    }

    /** Writes students that are new or changed. */
    Mono<Void> write(String schoolId, List<RosterRow> rows, Instant asOf, LocalDate day, Instant at) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        String students = mapper.writeValueAsString(rows);
        String guardians = mapper.writeValueAsString(
                rows.stream().flatMap(row -> row.guardians().stream()).toList());
        UUID[] ids = rows.stream().map(RosterRow::studentId).toArray(UUID[]::new);
        return database.sql(STUDENTS)
                .bind("rows", students)
                .bind("at", at)
                .then()
                .then(schoolStatement(ENROLMENTS, schoolId, students).then())
                .then(schoolStatement(EARLIER_ENROLMENTS, schoolId, students).then())
                .then(database.sql(GUARDIANS).bind("rows", guardians).then())
                .then(database.sql(LOST_GUARDIANS)
                        .bind("rows", guardians)
                        .bind("students", ids)
                        .bind("day", day)
                        .then())
                .then(schoolStatement(LINES, schoolId, students)
                        .bind("asOf", asOf)
                        .then());
    }

    /** Ends the enrolment of the school's students that are not among those present; tells whose. */
    Flux<UUID> endAbsent(String schoolId, Collection<UUID> present, Instant asOf, LocalDate day, Instant at) {
        return database.sql(GONE)
                .bind("school", schoolId)
                .bind("present", present.toArray(UUID[]::new))
                .bind("asOf", asOf)
                .bind("day", day)
                .bind("at", at)
                .map(row -> RequiredColumn.get(row, "student_id", UUID.class))
                .all();
    }

    /** The version of each student. */
    Mono<Map<UUID, Long>> versions(Collection<UUID> studentIds) {
        return database.sql("select student_id, version from student where student_id = any(:ids)")
                .bind("ids", studentIds.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        RequiredColumn.get(row, "version", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private DatabaseClient.GenericExecuteSpec schoolStatement(String sql, String schoolId, String rows) {
        return database.sql(sql).bind("school", schoolId).bind("rows", rows);
    }

    /**
     * A student that the roster knows already.
     *
     * @param studentId our id
     * @param sectorIndex blind index of the sector number
     * @param schoolId the school of the newest enrolment
     * @param digest of the school's last line, when it ever sent one
     * @param asOf the state which that line was of
     */
    record Known(
            UUID studentId,
            String sectorIndex,
            String schoolId,
            @Nullable String digest,
            @Nullable Instant asOf) {}
}
