package vn.edu.privacy.notification.incident.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.Incidents;
import vn.edu.privacy.notification.incident.application.StoredIncident;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.StepDone;
import vn.edu.privacy.platform.database.Params;

/** The register of violations in PostgreSQL. */
@Component
class R2dbcIncidents implements Incidents {
    private static final String LIST = """
            select i.* from incident i
            where (cast(:unit as text) is null or i.school_id = :unit)
                and (cast(:state as text) is null or i.state = :state)
            order by i.state = 'CLOSED',
                (select min(c.due) from incident_clock c
                    where c.incident_id = i.id and c.met_at is null) nulls last,
                i.detected_at desc, i.id desc
            limit :limit""";
    private static final String IN_PUBLIC = """
            select i.* from incident i
            join incident_step s on s.incident_id = i.id and s.step = 'PUBLIC_NOTICE'
            order by s.at desc, i.id limit 100""";
    private static final String CLOCK = """
            insert into incident_clock (incident_id, code, regime, due, met_at)
            values (:id, :code, :regime, :due, :met)
            on conflict (incident_id, code, regime) do update set due = excluded.due, met_at = excluded.met_at,
                reminded_at = case when excluded.due = incident_clock.due then incident_clock.reminded_at end,
                overdue_noted_at = coalesce(incident_clock.overdue_noted_at,
                    case when excluded.met_at >= excluded.due then excluded.met_at end)""";
    // a law that does not ask any more, since nothing is harmed
    private static final String DROP_CLOCKS = """
            delete from incident_clock
            where incident_id = :id and code || ' ' || regime <> all (:kept) and overdue_noted_at is null""";
    private static final String LOG = """
            insert into incident_log (incident_id, seq, at, by_whom, event, detail)
            select :id, coalesce(max(seq), 0) + 1, :at, :by, :event, :detail
            from incident_log where incident_id = :id""";
    private static final String STEP = """
            insert into incident_step (incident_id, step, at, note_sealed, recorded_by)
            values (:id, :step, :at, :note, :by) on conflict do nothing""";
    private static final String CLAIM_DUE = """
            with due as (
                update incident_clock c
                set overdue_noted_at = case when c.due <= :now then cast(:now as timestamptz) end,
                    reminded_at = coalesce(c.reminded_at, :now)
                where c.met_at is null and c.due <= :soon
                    and (c.reminded_at is null or c.due <= :now) and c.overdue_noted_at is null
                returning c.*)
            select due.*, i.school_id from due join incident i on i.id = due.incident_id
            order by due.due, due.incident_id""";

    private final DatabaseClient database;
    private final SealedWords words;
    private final IncidentReader reader;

    R2dbcIncidents(DatabaseClient database, SealedWords words, IncidentReader reader) {
        this.database = database;
        this.words = words;
        this.reader = reader;
    }

    @Override
    public Mono<String> nextReference(int year) {
        return database.sql("select nextval('incident_reference')")
                .mapValue(Long.class)
                .one()
                .map(number -> String.format(Locale.ROOT, "VP-%d-%04d", year, number));
    }

    @Override
    public Mono<StoredIncident> insert(Incident incident, List<IncidentClock> clocks) {
        UUID id = incident.facts().id();
        return words.seal(id, incident.facts().contents())
                .flatMap(bytes ->
                        IncidentColumns.insert(database, incident, bytes).rowsUpdated())
                .then(keep(id, clocks))
                .thenReturn(new StoredIncident(incident, 1, List.of()));
    }

    @Override
    public Mono<StoredIncident> lock(UUID id) {
        return one(
                database.sql("select * from incident where id = $1 for update").bind(0, id));
    }

    @Override
    public Mono<StoredIncident> find(UUID id) {
        return one(database.sql("select * from incident where id = $1").bind(0, id));
    }

    @Override
    public Mono<List<StoredIncident>> list(Query query) {
        return reader.read(Params.of(database.sql(LIST))
                .bind("unit", query.unit(), String.class)
                .bind("state", query.state() == null ? null : query.state().name(), String.class)
                .bind("limit", query.limit())
                .statement());
    }

    @Override
    public Mono<List<StoredIncident>> inPublic() {
        return reader.read(database.sql(IN_PUBLIC));
    }

    @Override
    public Mono<StoredIncident> save(StoredIncident stored, List<IncidentClock> clocks, Instant at) {
        Incident incident = stored.incident();
        UUID id = incident.facts().id();
        return words.seal(id, incident.facts().contents())
                .flatMap(bytes -> IncidentColumns.update(database, incident, bytes, at)
                        .statement()
                        .mapValue(Long.class)
                        .one())
                .delayUntil(version -> keepPhases(id, incident.phases()))
                .delayUntil(version -> keep(id, clocks))
                .map(version -> new StoredIncident(incident, version, stored.steps()));
    }

    @Override
    public Mono<Boolean> take(UUID id, StepDone step) {
        return withWords(
                        id,
                        step.note(),
                        note -> Params.of(database.sql(STEP))
                                .bind("id", id)
                                .bind("step", step.step().name())
                                .bind("at", step.at())
                                .bind("note", note, byte[].class)
                                .bind("by", step.by(), String.class))
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> log(UUID id, Entry entry) {
        return Params.of(database.sql(LOG))
                .bind("id", id)
                .bind("at", entry.at())
                .bind("by", entry.by(), String.class)
                .bind("event", entry.event())
                .bind("detail", entry.detail(), String.class)
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<List<Entry>> timeline(UUID id) {
        return database.sql("select * from incident_log where incident_id = $1 order by seq")
                .bind(0, id)
                .map(row -> new Entry(
                        get(row, "at", Instant.class),
                        row.get("by_whom", String.class),
                        get(row, "event", String.class),
                        row.get("detail", String.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Due>> claimDue(Instant now, Instant remindBefore) {
        return database.sql(CLAIM_DUE)
                .bind("now", now)
                .bind("soon", remindBefore)
                .map(R2dbcIncidents::due)
                .all()
                .collectList();
    }

    private Mono<StoredIncident> one(GenericExecuteSpec select) {
        return reader.read(select)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    private Mono<Void> keep(UUID id, List<IncidentClock> clocks) {
        String[] kept = clocks.stream()
                .map(clock -> clock.code() + " " + clock.regime())
                .toArray(String[]::new);
        return Params.of(database.sql(DROP_CLOCKS))
                .bind("id", id)
                .bind("kept", kept)
                .rowsUpdated()
                .thenMany(Flux.fromIterable(clocks)
                        .concatMap(clock -> Params.of(database.sql(CLOCK))
                                .bind("id", id)
                                .bind("code", clock.code().name())
                                .bind("regime", clock.regime())
                                .bind("due", clock.due())
                                .bind("met", clock.metAt(), Instant.class)
                                .rowsUpdated()))
                .then();
    }

    /** Those kept before stand as they are. */
    private Mono<Void> keepPhases(UUID id, List<Phase> phases) {
        return Flux.range(0, phases.size())
                .concatMap(at -> withWords(
                        id,
                        phases.get(at).lateReasons(),
                        reasons -> IncidentColumns.phase(database, id, at + 1, phases.get(at), reasons)))
                .then();
    }

    private Mono<Long> withWords(UUID id, @Nullable String note, Sealing statement) {
        return words.seal(id, note)
                .flatMap(bytes -> statement.with(bytes).rowsUpdated())
                .switchIfEmpty(Mono.defer(() -> statement.with(null).rowsUpdated()));
    }

    private static Due due(Readable row) {
        return new Due(
                get(row, "incident_id", UUID.class),
                get(row, "school_id", String.class),
                IncidentClock.Code.valueOf(get(row, "code", String.class)),
                get(row, "regime", String.class),
                row.get("overdue_noted_at", Instant.class) != null);
    }

    /** A statement that keeps words, or none. */
    private interface Sealing {
        Params with(byte @Nullable [] words);
    }
}
