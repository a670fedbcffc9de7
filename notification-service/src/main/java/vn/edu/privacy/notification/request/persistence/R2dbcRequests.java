package vn.edu.privacy.notification.request.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.Happening;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Particulars;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Requests in PostgreSQL. */
@Component
class R2dbcRequests implements Requests {
    private static final String SELECT = """
            select r.*, array(select p.person_id from request_party p where p.request_id = r.id) as joined
            from request r""";
    private static final String SAME_KIND =
            SELECT + " where r.student_id = $1 and r.type = $2 order by r.id for update of r";
    private static final String OPENING =
            "select pg_advisory_xact_lock(hashtextextended('opening/' || $1 || '/' || $2, 0))::text";
    private static final String UNDECIDED = """
            select id from request where state in ('AWAITING_CONFIRMATION', 'RECEIVED')
                and (cast(:student as uuid) is null or student_id = :student) order by id""";
    private static final String PURPOSES =
            "select * from request_purpose where request_id = any($1) order by request_id, position";
    private static final String LOG = """
            insert into request_timeline (request_id, seq, at, actor, actor_id, event, detail)
            select :id, coalesce(max(seq), 0) + 1, :at, :actor, :actorId, :event, :detail
            from request_timeline where request_id = :id""";

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final RequestWords words;

    R2dbcRequests(DatabaseClient database, SubjectKeys keys, RequestWords words) {
        this.database = database;
        this.keys = keys;
        this.words = words;
    }

    @Override
    public Mono<String> nextReference(int year) {
        return database.sql("select nextval('request_reference')")
                .mapValue(Long.class)
                .one()
                .map(number -> String.format(Locale.ROOT, "YC-%d-%06d", year, number));
    }

    @Override
    public Mono<Boolean> insert(Request request, @Nullable String reason, @Nullable UUID decisionId, Instant at) {
        Mono<byte[]> sealed = Mono.justOrEmpty(reason)
                .flatMap(text -> keys.seal(request.facts().studentId(), text.getBytes(UTF_8)));
        return sealed.map(bytes -> Columns.insert(database, request, bytes, decisionId, at))
                .switchIfEmpty(Mono.fromSupplier(() -> Columns.insert(database, request, null, decisionId, at)))
                .flatMap(Params::rowsUpdated)
                .map(rows -> rows == 1)
                .delayUntil(isNew -> isNew ? savePurposes(request) : Mono.empty());
    }

    @Override
    public Mono<StoredRequest> lock(UUID id) {
        return one(database.sql(SELECT + " where r.id = $1 for update of r").bind(0, id));
    }

    @Override
    public Mono<List<StoredRequest>> openingOf(UUID studentId, RequestType type) {
        return database.sql(OPENING)
                .bind(0, studentId.toString())
                .bind(1, type.name())
                .then()
                .then(all(database.sql(SAME_KIND).bind(0, studentId).bind(1, type.name())));
    }

    @Override
    public Mono<List<UUID>> undecided(@Nullable UUID studentId) {
        return Params.of(database.sql(UNDECIDED))
                .bind("student", studentId, UUID.class)
                .statement()
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> join(UUID id, UUID person, Instant at) {
        return database.sql("insert into request_party (request_id, person_id, joined_at) values ($1, $2, $3)")
                .bind(0, id)
                .bind(1, person)
                .bind(2, at)
                .then();
    }

    @Override
    public Mono<List<UUID>> joined(UUID id) {
        return database.sql("select person_id from request_party where request_id = $1 order by joined_at, person_id")
                .bind(0, id)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<StoredRequest> find(UUID id) {
        return one(database.sql(SELECT + " where r.id = $1").bind(0, id));
    }

    @Override
    public Mono<StoredRequest> openedBy(UUID decisionId) {
        return one(database.sql(SELECT + " where r.decision_id = $1").bind(0, decisionId));
    }

    @Override
    public Mono<StoredRequest> save(StoredRequest stored, Instant at) {
        return Columns.update(database, stored, at)
                .statement()
                .mapValue(Long.class)
                .one()
                .delayUntil(version -> savePurposes(stored.request()))
                .map(version -> new StoredRequest(stored.request(), version, stored.assignee(), stored.joined()));
    }

    @Override
    public Mono<List<StoredRequest>> list(Query query) {
        Officer officer = query.reader().officer();
        String order = officer == null
                ? "r.received_at desc, r.id desc"
                : "(select min(c.due) from request_clock c where c.request_id = r.id and c.met_at is null) nulls last,"
                        + " r.received_at desc";
        Params params = Params.of(database.sql(SELECT + " where "
                        + (officer == null
                                ? "(r.requester = :whose or exists (select from request_party p"
                                        + " where p.request_id = r.id and p.person_id = :whose))"
                                : "(cast(:whose as text) is null or r.school_id = :whose)")
                        + " and (cast(:type as text) is null or r.type = :type)"
                        + " and (cast(:state as text) is null or r.state = :state)"
                        + " order by " + order + " limit :limit"))
                .bind("type", query.type() == null ? null : query.type().name(), String.class)
                .bind("state", query.state() == null ? null : query.state().name(), String.class)
                .bind("limit", query.limit());
        return all((officer == null
                        ? params.bind("whose", query.reader().person(), UUID.class)
                        : params.bind("whose", officer.schoolId(), String.class))
                .statement());
    }

    @Override
    public Mono<Map<UUID, String>> reasons(Collection<Facts> requests) {
        return words.reasons(requests);
    }

    @Override
    public Mono<Void> keep(Facts request, Particulars particulars) {
        return particulars.equals(Particulars.NONE) ? Mono.empty() : words.keep(request, particulars);
    }

    @Override
    public Mono<Map<UUID, Particulars>> particulars(Collection<Facts> requests) {
        return words.particulars(requests);
    }

    @Override
    public Mono<List<UUID>> availableBefore(Instant now) {
        return database.sql("select id from request where state = 'AVAILABLE' and available_until <= $1")
                .bind(0, now)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> log(UUID id, Happening happening) {
        return Params.of(database.sql(LOG))
                .bind("id", id)
                .bind("at", happening.at())
                .bind("actor", happening.actor().name())
                .bind("actorId", happening.actorId(), String.class)
                .bind("event", happening.event())
                .bind("detail", happening.detail(), String.class)
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<List<TimelineEntry>> timeline(UUID id) {
        return database.sql("select * from request_timeline where request_id = $1 order by seq")
                .bind(0, id)
                .map((row, about) -> RequestRows.entry(row))
                .all()
                .collectList();
    }

    private Mono<StoredRequest> one(GenericExecuteSpec select) {
        return all(select).flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    private Mono<List<StoredRequest>> all(GenericExecuteSpec select) {
        return select.map((row, about) -> RequestRows.request(row))
                .all()
                .collectList()
                .flatMap(found -> purposes(
                                found.stream().map(each -> each.facts().id()).toList())
                        .map(purposes -> found.stream()
                                .map(each -> each.with(
                                        purposes.getOrDefault(each.facts().id(), List.of())))
                                .toList()));
    }

    private Mono<Map<UUID, List<PurposeRow>>> purposes(List<UUID> ids) {
        Map<UUID, List<PurposeRow>> byRequest = new HashMap<>();
        return database.sql(PURPOSES)
                .bind(0, ids.toArray(UUID[]::new))
                .map((row, about) -> byRequest
                        .computeIfAbsent(row.get("request_id", UUID.class), id -> new ArrayList<>())
                        .add(PurposeRow.of(row)))
                .all()
                .then(Mono.just(byRequest));
    }

    private Mono<Void> savePurposes(Request request) {
        List<PurposeRow> purposes = PurposeRow.of(request);
        return Flux.range(0, purposes.size())
                .concatMap(position -> Columns.purpose(database, request.facts().id(), position, purposes.get(position))
                        .rowsUpdated())
                .then();
    }
}
