package vn.edu.privacy.notification.guardianship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.RepresentationChangedV1;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Keeps what the roster says of each student and of who represents whom, the newest version of it. */
final class RosterEvents implements EventHandler {
    private static final String KEEP = """
            insert into known_student (student_id, version, school_id, person_id, birth_date, enrolled_from,
                enrolled_until)
            values (:studentId, :version, :schoolId, :personId, :birthDate, :from, :until)
            on conflict (student_id) do update
            set version = excluded.version, school_id = excluded.school_id, person_id = excluded.person_id,
                birth_date = excluded.birth_date, enrolled_from = excluded.enrolled_from,
                enrolled_until = excluded.enrolled_until
            where known_student.version < excluded.version""";
    private static final String FORGET_GUARDIANS = "delete from known_guardian where student_id = $1";
    private static final String KEEP_GUARDIAN = """
            insert into known_guardian (student_id, person_id, capacity, in_force_from, in_force_until,
                suspended_from, suspended_until)
            values (:studentId, :personId, :capacity, :from, :until, :suspendedFrom, :suspendedUntil)""";
    private static final String KEEP_REPRESENTATION = """
            insert into known_representation (student_id, representation_id, version, represented, representative,
                purposes, request_types, in_force_from, in_force_until, holds)
            values (:studentId, :id, :version, :represented, :representative, :purposes, :types, :from, :until, :holds)
            on conflict (student_id, representation_id) do update
            set version = excluded.version, in_force_from = excluded.in_force_from,
                in_force_until = excluded.in_force_until, holds = excluded.holds
            where known_representation.version < excluded.version""";
    private static final String LATE = """
            insert into roster_lag (late_at) values ($1)
            on conflict (one) do update set late_at = greatest(roster_lag.late_at, excluded.late_at)""";

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration maxLag;
    private final AuthorityChanges changes;

    RosterEvents(DatabaseClient database, JsonMapper json, Clock clock, Duration maxLag, AuthorityChanges changes) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.maxLag = maxLag;
        this.changes = changes;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case StudentChangedV1.TYPE -> noteLateness(event.time()).then(keep(event.as(StudentChangedV1.class, json)));
            case RepresentationChangedV1.TYPE ->
                noteLateness(event.time()).then(keep(event.as(RepresentationChangedV1.class, json)));
            default -> Mono.empty();
        };
    }

    private Mono<Void> keep(RepresentationChangedV1 representation) {
        return Params.of(database.sql(KEEP_REPRESENTATION))
                .bind("studentId", representation.studentId())
                .bind("id", representation.representationId())
                .bind("version", representation.version())
                .bind("represented", representation.represented())
                .bind("representative", representation.representative())
                .bind("purposes", representation.purposes().toArray(String[]::new))
                .bind("from", representation.from())
                .bind("until", representation.until())
                .bind("holds", representation.holds())
                .bind("types", representation.requestTypes().toArray(String[]::new))
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(newer -> changes.changed(representation.studentId()));
    }

    private Mono<Void> noteLateness(Instant sent) {
        Instant now = clock.instant();
        return sent.plus(maxLag).isBefore(now) ? database.sql(LATE).bind(0, now).then() : Mono.empty();
    }

    private Mono<Void> keep(StudentChangedV1 student) {
        return Params.of(database.sql(KEEP))
                .bind("studentId", student.studentId())
                .bind("version", student.version())
                .bind("schoolId", student.schoolId())
                .bind("personId", student.personId(), UUID.class)
                .bind("birthDate", student.birthDate(), LocalDate.class)
                .bind("from", student.enrolledFrom())
                .bind("until", student.enrolledUntil(), LocalDate.class)
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(newer -> database.sql(FORGET_GUARDIANS)
                        .bind(0, student.studentId())
                        .then()
                        .thenMany(Flux.fromIterable(student.guardians())
                                .concatMap(guardian -> keep(student.studentId(), guardian)))
                        .then(changes.changed(student.studentId())));
    }

    private Mono<Void> keep(UUID studentId, StudentChangedV1.Guardianship guardian) {
        return Params.of(database.sql(KEEP_GUARDIAN))
                .bind("studentId", studentId)
                .bind("personId", guardian.personId())
                .bind("capacity", guardian.capacity())
                .bind("from", guardian.from())
                .bind("until", guardian.until(), LocalDate.class)
                .bind("suspendedFrom", guardian.suspendedFrom(), LocalDate.class)
                .bind("suspendedUntil", guardian.suspendedUntil(), LocalDate.class)
                .rowsUpdated()
                .then();
    }
}
