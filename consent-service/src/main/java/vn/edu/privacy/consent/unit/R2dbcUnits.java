package vn.edu.privacy.consent.unit;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.unit.Duty.Task;
import vn.edu.privacy.consent.unit.Unit.Level;
import vn.edu.privacy.consent.unit.Unit.Standing;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Units, where they stood when, who headed them, and who had which task, in PostgreSQL; only ends are ever set. */
@Repository
class R2dbcUnits {
    private static final int MOST = 10_000;
    private static final String ON_THE_DAY = """
            select u.*, p.parent_code, h.person_id, h.name as head_name, h.position_vi, h.position_en, h.holds_from,
                h.holds_until,
                case when u.level = 'SCHOOL' then (
                    select count(*) from purpose a cross join unnest(cast(:tasks as text[])) t
                    where a.retired_at is null and cast(:day as date) between a.processing_from and a.processing_until
                        and not exists (
                            select 1 from unit_duty d
                            where d.unit_code = u.code and d.purpose = a.code and d.task = t and d.holds_from <= :day
                                and (d.holds_until is null or d.holds_until > :day)))
                    else 0 end as unassigned
            from unit u
            left join unit_placement p on p.unit_code = u.code and p.placed_from <= :day
                and (p.placed_until is null or p.placed_until > :day)
            left join unit_head h on h.unit_code = u.code and h.holds_from <= :day
                and (h.holds_until is null or h.holds_until > :day)
            where u.code = coalesce(cast(:code as text), u.code)
            order by u.code limit :most""";

    // by day, so that what is recorded for later is seen too; "union" alone ends where a chain comes back to itself
    private static final String OUTLOOK = """
            with recursive days as (
                select cast(:from as date) as day
                union select placed_from from unit_placement where placed_from > :from
            ), above as (
                select day, cast(:parent as text) as code from days
                union
                select a.day, p.parent_code from above a join unit_placement p on p.unit_code = a.code
                    and p.placed_from <= a.day and (p.placed_until is null or p.placed_until > a.day)
            ), below as (
                select day, cast(:code as text) as code, 1 as steps from days
                union
                select b.day, p.unit_code, b.steps + 1 from below b join unit_placement p on p.parent_code = b.code
                    and p.placed_from <= b.day and (p.placed_until is null or p.placed_until > b.day)
                    and p.unit_code <> :code
            )
            select exists (select 1 from above where code = :code) as cycle, max(up.steps + down.steps)::bigint as steps
            from (select day, count(*) as steps from above group by day) up
            join (select day, max(steps) as steps from below group by day) down on down.day = up.day""";

    private final DatabaseClient database;

    R2dbcUnits(DatabaseClient database) {
        this.database = database;
    }

    /** Everybody who changes the tree waits for everybody else: a cycle is not made by two. */
    Mono<Void> lockTree() {
        return database.sql("lock table unit_placement in share row exclusive mode")
                .then();
    }

    /** One, which nobody else changes until the transaction ends. */
    Mono<Unit> lock(String code) {
        return database.sql("select * from unit where code = :code for update")
                .bind("code", code)
                .map(R2dbcUnits::unit)
                .one();
    }

    Mono<Void> keep(Unit unit, String by, Instant at) {
        return database.sql("""
                        insert into unit (code, level, standing, name_vi, name_en, contact_vi, contact_en, changed_by,
                            changed_at)
                        values (:code, :level, :standing, :nameVi, :nameEn, :contactVi, :contactEn, :by, :at)
                        on conflict (code) do update set standing = excluded.standing, name_vi = excluded.name_vi,
                            name_en = excluded.name_en, contact_vi = excluded.contact_vi,
                            contact_en = excluded.contact_en, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at""")
                .bind("code", unit.code())
                .bind("level", unit.level().name())
                .bind("standing", unit.standing().name())
                .bind("nameVi", unit.name().getOrDefault("vi", ""))
                .bind("nameEn", unit.name().getOrDefault("en", ""))
                .bind("contactVi", unit.contact().getOrDefault("vi", ""))
                .bind("contactEn", unit.contact().getOrDefault("en", ""))
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /** How they stand on a day, by code; one when it is named. */
    Flux<PlacedUnit> on(LocalDate day, @Nullable String code) {
        return Params.of(database.sql(ON_THE_DAY))
                .bind("tasks", tasks())
                .bind("day", day)
                .bind("code", code, String.class)
                .bind("most", MOST)
                .statement()
                .map(R2dbcUnits::placed)
                .all();
    }

    /** What would come of placing a unit below another from a day on, on that day and whenever the tree changes later. */
    Mono<Outlook> outlook(String code, String parent, LocalDate from) {
        return database.sql(OUTLOOK)
                .bind("code", code)
                .bind("parent", parent)
                .bind("from", from)
                .map(row -> new Outlook(
                        RequiredColumn.get(row, "cycle", Boolean.class), RequiredColumn.get(row, "steps", Long.class)))
                .one();
    }

    /** Places a unit below another from a day on; false when something later is recorded. */
    Mono<Boolean> place(String code, String parent, LocalDate from, String by, Instant at) {
        return follow(
                "update unit_placement set placed_until = :from where unit_code = :code and placed_until is null",
                "select count(*) from unit_placement where unit_code = :code and placed_from >= :from",
                code,
                from,
                database.sql("""
                                insert into unit_placement (unit_code, parent_code, placed_from, placed_by, placed_at)
                                values (:code, :parent, :from, :by, :at)""")
                        .bind("code", code)
                        .bind("parent", parent)
                        .bind("from", from)
                        .bind("by", by)
                        .bind("at", at)
                        .then());
    }

    /** Hands a unit over from a day on; false when something later is recorded. */
    Mono<Boolean> handOver(String code, HeadTerm term, String by, Instant at) {
        return follow(
                "update unit_head set holds_until = :from where unit_code = :code and holds_until is null",
                "select count(*) from unit_head where unit_code = :code and holds_from >= :from",
                code,
                term.from(),
                database.sql("""
                                insert into unit_head (unit_code, person_id, name, position_vi, position_en, holds_from,
                                    named_by, named_at)
                                values (:code, :person, :name, :positionVi, :positionEn, :from, :by, :at)""")
                        .bind("code", code)
                        .bind("person", term.personId())
                        .bind("name", term.name())
                        .bind("positionVi", term.position().getOrDefault("vi", ""))
                        .bind("positionEn", term.position().getOrDefault("en", ""))
                        .bind("from", term.from())
                        .bind("by", by)
                        .bind("at", at)
                        .then());
    }

    private Mono<Boolean> follow(String end, String later, String code, LocalDate from, Mono<Void> begin) {
        return database.sql(later)
                .bind("code", code)
                .bind("from", from)
                .mapValue(Long.class)
                .one()
                .flatMap(count -> count > 0
                        ? Mono.just(false)
                        : database.sql(end)
                                .bind("code", code)
                                .bind("from", from)
                                .then()
                                .then(begin)
                                .thenReturn(true));
    }

    /** Who headed a unit when, the newest first. */
    Flux<HeadTerm> heads(String code) {
        return database.sql("""
                        select person_id, name as head_name, position_vi, position_en, holds_from, holds_until from unit_head
                        where unit_code = :code order by holds_from desc limit 200""").bind("code", code).map(R2dbcUnits::head).all();
    }

    /** Assigns a task; false when somebody has it on one of those days. */
    Mono<Boolean> assign(String code, Duty duty, String by, Instant at) {
        return Params.of(database.sql("""
                        insert into unit_duty (id, unit_code, purpose, task, person_id, holds_from, holds_until, assigned_by,
                            assigned_at)
                        select :id, :code, :purpose, :task, :person, :from, :until, :by, :at
                        where not exists (
                            select 1 from unit_duty d
                            where d.unit_code = :code and d.purpose = :purpose and d.task = :task
                                and daterange(d.holds_from, d.holds_until) && daterange(:from, cast(:until as date)))"""))
                .bind("id", duty.id())
                .bind("code", code)
                .bind("purpose", duty.purpose())
                .bind("task", duty.task().name())
                .bind("person", duty.personId())
                .bind("from", duty.from())
                .bind("until", duty.until(), LocalDate.class)
                .bind("by", by)
                .bind("at", at)
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether a task is one of the unit. */
    Mono<Boolean> knows(String code, UUID duty) {
        return database.sql("select exists (select 1 from unit_duty where id = :id and unit_code = :code)")
                .bind("id", duty)
                .bind("code", code)
                .mapValue(Boolean.class)
                .one();
    }

    /** Ends a task; false when it begins no earlier, or has ended by then. */
    Mono<Boolean> end(String code, UUID duty, LocalDate until) {
        return database.sql("""
                        update unit_duty set holds_until = :until
                        where id = :id and unit_code = :code and holds_from < :until
                            and (holds_until is null or holds_until > :until)""")
                .bind("id", duty)
                .bind("code", code)
                .bind("until", until)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The tasks that people have on a day or later. */
    Flux<Duty> duties(String code, LocalDate day) {
        return database.sql("""
                        select * from unit_duty where unit_code = :code and (holds_until is null or holds_until > :day)
                        order by purpose, task, holds_from limit 1000""")
                .bind("code", code)
                .bind("day", day)
                .map(row -> new Duty(
                        RequiredColumn.get(row, "id", UUID.class),
                        RequiredColumn.get(row, "purpose", String.class),
                        Task.valueOf(RequiredColumn.get(row, "task", String.class)),
                        RequiredColumn.get(row, "person_id", String.class),
                        RequiredColumn.get(row, "holds_from", LocalDate.class),
                        row.get("holds_until", LocalDate.class)))
                .all();
    }

    private static String[] tasks() {
        Task[] all = Task.values();
        String[] names = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            names[i] = all[i].name();
        }
        return names;
    }

    private static PlacedUnit placed(Readable row) {
        return new PlacedUnit(
                unit(row),
                row.get("parent_code", String.class),
                row.get("person_id", String.class) == null ? null : head(row),
                RequiredColumn.get(row, "unassigned", Long.class));
    }

    private static Unit unit(Readable row) {
        return new Unit(
                RequiredColumn.get(row, "code", String.class),
                Level.valueOf(RequiredColumn.get(row, "level", String.class)),
                Standing.valueOf(RequiredColumn.get(row, "standing", String.class)),
                words(row, "name"),
                words(row, "contact"));
    }

    private static HeadTerm head(Readable row) {
        return new HeadTerm(
                RequiredColumn.get(row, "person_id", String.class),
                RequiredColumn.get(row, "head_name", String.class),
                words(row, "position"),
                RequiredColumn.get(row, "holds_from", LocalDate.class),
                row.get("holds_until", LocalDate.class));
    }

    private static Map<String, String> words(Readable row, String column) {
        return Map.of(
                "vi", RequiredColumn.get(row, column + "_vi", String.class),
                "en", RequiredColumn.get(row, column + "_en", String.class));
    }

    /**
     * What would come of a placement.
     *
     * @param cycle whether the unit would stand below itself on some day
     * @param steps how many would at most stand one below the other, through the unit
     */
    record Outlook(boolean cycle, long steps) {}
}
