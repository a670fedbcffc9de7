package vn.edu.privacy.consent.roster;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Erases a student from the roster in PostgreSQL, and tells those who depend on the facts. */
@Component
class EraseFromRoster implements StudentErasure {
    private static final String LOCK = "select 1 from student where student_id = $1 for update";
    private static final String NUMBER =
            "select sector_sealed from student where student_id = $1 and sector_index is not null";
    private static final String STUDENT = """
            update student set sector_index = null, sector_sealed = '', name_sealed = '', person_id = null,
                birth_date = null, version = version + 1, changed_at = :at
            where student_id = :student""";
    private static final String ENROLMENTS = """
            update enrolment set class_name = '', enrolled_until = case
                when enrolled_until <= :day then enrolled_until else greatest(enrolled_from, :day) end
            where student_id = :student""";
    private static final String GUARDIANS = """
            update guardianship set valid_until = greatest(valid_from, :day)
            where student_id = :student and (valid_until is null or valid_until > :day)""";
    private static final String LINES = "delete from roster_line where student_id = :student";

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final ErasedNumbers numbers;
    private final R2dbcRoster roster;
    private final R2dbcStudents students;
    private final R2dbcFactsHistory history;
    private final RosterEvents events;
    private final List<RosterChanges> listeners;
    private final List<StudentTraces> traces;
    private final Clock clock;

    EraseFromRoster(
            DatabaseClient database,
            SubjectKeys keys,
            ErasedNumbers numbers,
            R2dbcRoster roster,
            R2dbcStudents students,
            R2dbcFactsHistory history,
            RosterEvents events,
            List<RosterChanges> listeners,
            List<StudentTraces> traces,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.numbers = numbers;
        this.roster = roster;
        this.students = students;
        this.history = history;
        this.events = events;
        this.listeners = listeners;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public Mono<Void> lock(UUID studentId) {
        return database.sql(LOCK).bind(0, studentId).fetch().all().then();
    }

    @Override
    public Mono<Void> erase(UUID studentId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, R2dbcStudents.ZONE);
        return lock(studentId)
                .then(refuseItsNumber(studentId, day))
                .then(update(ENROLMENTS, studentId).bind("day", day).then())
                .then(update(GUARDIANS, studentId).bind("day", day).then())
                .then(update(LINES, studentId).then())
                .then(history.forget(studentId))
                .thenMany(Flux.fromIterable(traces))
                .concatMap(trace -> trace.erase(studentId))
                .then(update(STUDENT, studentId)
                        .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .fetch()
                        .rowsUpdated())
                .filter(rows -> rows == 1)
                .flatMap(known -> tell(studentId));
    }

    /** Where the key is gone already, the number was refused when it went. */
    private Mono<Void> refuseItsNumber(UUID studentId, LocalDate day) {
        return database.sql(NUMBER)
                .bind(0, studentId)
                .map(row -> new SubjectKeys.Sealed(studentId, RequiredColumn.get(row, "sector_sealed", byte[].class)))
                .all()
                .collectList()
                .flatMap(keys::openAll)
                .flatMapIterable(opened -> opened)
                .concatMap(Mono::justOrEmpty)
                .concatMap(number -> numbers.refuse(text(number), day))
                .then();
    }

    private Mono<Void> tell(UUID studentId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return history.append(List.of(studentId), now)
                .then(roster.versions(List.of(studentId)))
                .zipWith(students.factsOf(List.of(studentId)).collectList())
                .flatMap(facts -> events.changed(facts.getT2(), facts.getT1()))
                .thenMany(Flux.fromIterable(listeners))
                .concatMap(listener -> listener.studentChanged(studentId, now))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec update(String sql, UUID studentId) {
        return database.sql(sql).bind("student", studentId);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
