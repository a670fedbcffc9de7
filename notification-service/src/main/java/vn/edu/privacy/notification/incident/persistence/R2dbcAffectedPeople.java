package vn.edu.privacy.notification.incident.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.AffectedPeople;
import vn.edu.privacy.notification.incident.application.Criterion;
import vn.edu.privacy.notification.incident.application.Reach;
import vn.edu.privacy.platform.database.Params;

/**
 * Whose data a violation touched, in PostgreSQL, found in what this service has heard: students and their schools,
 * purposes with their data and holders, decisions.
 */
@Component
class R2dbcAffectedPeople implements AffectedPeople {
    // what rests on consent counts where somebody ever gave it; what rests on law, for every student of a school
    private static final String KEEP = """
            with used as (
                select code, bool_or(lawful_basis <> 'CONSENT') as by_law from known_purpose
                where (cast(:purpose as text) is null or code = :purpose)
                    and (cast(:category as text) is null or :category = any(data_categories))
                    and (cast(:holder as text) is null
                        or recipients @> jsonb_build_array(jsonb_build_object('code', cast(:holder as text))))
                group by code)
            insert into incident_student (incident_id, student_id)
            select cast(:id as uuid), s.student_id from known_student s
            where (cast(:school as text) is null or s.school_id = :school)
                and (not :byUse
                    or exists (select from used where by_law)
                    or exists (select from known_decision d join used on used.code = d.purpose
                        where d.student_id = s.student_id and d.decision in ('GIVEN', 'WITHDRAWN')))""";
    private static final String NAME = """
            insert into incident_naming (incident_id, school_id, purpose, data_category, holder, named_at)
            values (:id, :school, :purpose, :category, :holder, :at)
            on conflict (incident_id) do update
            set school_id = excluded.school_id, purpose = excluded.purpose, data_category = excluded.data_category,
                holder = excluded.holder, named_at = excluded.named_at""";
    private static final String ORDER =
            "update incident_naming set ordered_at = $2 where incident_id = $1 and ordered_at is null";
    private static final String TO_TELL = """
            select incident_id from incident_naming n
            where ordered_at is not null and exists (select from incident_student s
                where s.incident_id = n.incident_id and s.told_at is null)
            order by ordered_at, incident_id""";
    private static final String NEXT = """
            select student_id from incident_student where incident_id = $1 and told_at is null
            order by student_id limit $2""";
    private static final String TOLD = """
            update incident_student s set told_at = $4, people = t.people
            from unnest($2::uuid[], $3::integer[]) as t (student_id, people)
            where s.incident_id = $1 and s.student_id = t.student_id""";
    private static final String REACH = """
            select n.*, s.*, p.*
            from incident_naming n
            cross join lateral (
                select count(*) as students, count(told_at) as told, count(*) filter (where people = 0) as alone
                from incident_student s where s.incident_id = n.incident_id) s
            cross join lateral (
                select count(*) as persons, count(*) filter (where o.delivered) as delivered,
                    count(*) filter (where o.pending and not o.delivered) as waiting,
                    count(*) filter (where not o.delivered and not o.pending and o.read_at is null) as unreached,
                    count(*) filter (where o.read_at is not null) as opened
                from (
                    select t.read_at, coalesce(bool_or(d.state in ('SENT', 'DELIVERED')), false) as delivered,
                        coalesce(bool_or(d.state = 'PENDING'), false) as pending
                    from notice t left join delivery d on d.notice_id = t.id
                    where t.incident_id = n.incident_id group by t.id) o) p
            where n.incident_id = any($1)""";
    private static final String WAS_TOLD =
            "select exists (select from notice where incident_id = $1 and person_id = $2) as told";

    private final DatabaseClient database;

    R2dbcAffectedPeople(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> keep(UUID incidentId, Criterion criterion, Instant at) {
        return Params.of(database.sql(NAME))
                .bind("id", incidentId)
                .bind("school", criterion.school(), String.class)
                .bind("purpose", criterion.purpose(), String.class)
                .bind("category", criterion.dataCategory(), String.class)
                .bind("holder", criterion.holder(), String.class)
                .bind("at", at)
                .rowsUpdated()
                .then(database.sql("delete from incident_student where incident_id = $1")
                        .bind(0, incidentId)
                        .then())
                .then(Mono.defer(() -> found(incidentId, criterion).rowsUpdated()));
    }

    @Override
    public Mono<Map<UUID, Reach>> reach(Collection<UUID> incidentIds) {
        return database.sql(REACH)
                .bind(0, incidentIds.toArray(UUID[]::new))
                .map(row -> Map.entry(get(row, "incident_id", UUID.class), reach(row)))
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Mono<Boolean> order(UUID incidentId, Instant at) {
        return database.sql(ORDER)
                .bind(0, incidentId)
                .bind(1, at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<List<UUID>> toTell() {
        return database.sql(TO_TELL).mapValue(UUID.class).all().collectList();
    }

    @Override
    public Mono<List<UUID>> next(UUID incidentId, int atMost) {
        return database.sql(NEXT)
                .bind(0, incidentId)
                .bind(1, atMost)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> told(UUID incidentId, Map<UUID, List<UUID>> peopleByStudent, Instant at) {
        List<UUID> students = new ArrayList<>();
        List<Integer> people = new ArrayList<>();
        peopleByStudent.forEach((student, told) -> {
            students.add(student);
            people.add(told.size());
        });
        return database.sql(TOLD)
                .bind(0, incidentId)
                .bind(1, students.toArray(UUID[]::new))
                .bind(2, people.toArray(Integer[]::new))
                .bind(3, at)
                .then();
    }

    @Override
    public Mono<Boolean> wasTold(UUID incidentId, UUID personId) {
        return database.sql(WAS_TOLD)
                .bind(0, incidentId)
                .bind(1, personId)
                .map(row -> get(row, "told", Boolean.class))
                .one();
    }

    private Params found(UUID incidentId, Criterion criterion) {
        return Params.of(database.sql(KEEP))
                .bind("id", incidentId)
                .bind("school", criterion.school(), String.class)
                .bind("purpose", criterion.purpose(), String.class)
                .bind("category", criterion.dataCategory(), String.class)
                .bind("holder", criterion.holder(), String.class)
                .bind("byUse", criterion.asksForUse());
    }

    private static Reach reach(Readable row) {
        return new Reach(
                new Criterion(
                        row.get("school_id", String.class),
                        row.get("purpose", String.class),
                        row.get("data_category", String.class),
                        row.get("holder", String.class)),
                get(row, "students", Long.class),
                get(row, "told", Long.class),
                get(row, "alone", Long.class),
                get(row, "persons", Long.class),
                get(row, "delivered", Long.class),
                get(row, "waiting", Long.class),
                get(row, "unreached", Long.class),
                get(row, "opened", Long.class),
                row.get("ordered_at", Instant.class));
    }
}
