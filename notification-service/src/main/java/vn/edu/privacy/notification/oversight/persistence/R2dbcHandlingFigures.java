package vn.edu.privacy.notification.oversight.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.oversight.application.HandlingFigures;
import vn.edu.privacy.notification.oversight.domain.Line;
import vn.edu.privacy.notification.oversight.domain.Table;
import vn.edu.privacy.platform.database.Params;

/**
 * Counts in two statements, whatever types, states and grounds there are: a request is open while one of its deadlines is,
 * and late when it missed one. What stands still while the requester has to answer is not late. What is handled was noted
 * by the database when it was, one row each ({@code V26}), and medians are read off an index; only what is open is looked
 * at clock by clock.
 */
@Component
class R2dbcHandlingFigures implements HandlingFigures {
    private static final String UNHANDLED = """
            r.received_at >= :from and r.received_at < :until and r.state <> 'AWAITING_CONFIRMATION'
            and (cast(:unit as text) is null or r.school_id = :unit) and not r.handled""";
    private static final String HANDLED = "year = :year and (cast(:unit as text) is null or school_id = :unit)";
    private static final String MIDDLE = """
            select avg(seconds) from (
                select seconds from handled_request h where h.year = :year and %s
                order by seconds offset (n - 1) / 2 limit 2 - n %% 2) as middle""";
    private static final String REQUESTS = """
            with handled as materialized (
                select type, school_id, ground, month, late, count(*) as n
                from handled_request where %2$s group by type, school_id, ground, month, late),
            unhandled as (
                select r.type, r.school_id, r.refusal_ground as ground, r.received_at, bool_or(c.met_at is null) as open,
                    bool_or(coalesce(c.met_at, c.paused_at, :now) >= c.due) as late
                from request r left join request_clock c on c.request_id = r.id
                where %1$s
                group by r.id),
            cells as (
                select type, school_id, ground, null::integer as age, month, case when late then 1 else 0 end as place, n
                from handled
                union all
                select type, school_id, ground, case when open then width_bucket(
                        extract(epoch from cast(:now as timestamptz) - received_at)::double precision / 86400,
                        array[1, 3, 7, 15, 30]::double precision[]) end as age,
                    extract(month from received_at at time zone 'Asia/Ho_Chi_Minh')::smallint as month,
                    case when open then 2 else 0 end + case when late then 1 else 0 end as place, count(*)
                from unhandled group by 1, 2, 3, 4, 5, 6),
            figures as materialized (
                select grouping(type, school_id, ground, age, month) as kind,
                    type, school_id, ground, age, :year || '-' || to_char(month, 'FM00') as month,
                    coalesce(sum(n) filter (where place = 0), 0)::bigint as in_time,
                    coalesce(sum(n) filter (where place = 1), 0)::bigint as late,
                    coalesce(sum(n) filter (where place = 2), 0)::bigint as running,
                    coalesce(sum(n) filter (where place = 3), 0)::bigint as overdue,
                    coalesce(sum(n) filter (where type = 'WITHDRAW'), 0)::bigint as withdrawals
                from cells group by grouping sets ((), (type), (school_id), (ground), (age), (month))),
            groups as materialized (
                select grouping(type, school_id) * 8 + 7 as kind, type, school_id, sum(n)::bigint as n
                from handled group by grouping sets ((), (type), (school_id)) having sum(n) > 0),
            medians as materialized (
                select kind, type, school_id, (%3$s) as median from groups where kind = 31
                union all
                select kind, type, school_id, (%4$s) from groups where kind = 15
                union all
                select kind, type, school_id, (%5$s) from groups where kind = 23)
            select f.*, m.median from figures f
            left join medians m on m.kind = f.kind and m.type is not distinct from f.type
                and m.school_id is not distinct from f.school_id""";
    private static final String OF_ALL = REQUESTS.formatted(
            UNHANDLED,
            HANDLED,
            MIDDLE.formatted("true"),
            MIDDLE.formatted("h.type = groups.type"),
            MIDDLE.formatted("h.school_id = groups.school_id"));
    private static final String OF_UNIT = REQUESTS.formatted(
            UNHANDLED,
            HANDLED,
            MIDDLE.formatted("h.school_id = :unit"),
            MIDDLE.formatted("h.school_id = :unit and h.type = groups.type"),
            MIDDLE.formatted("h.school_id = groups.school_id"));
    private static final String CLOCKS = """
            select code, article, sum(in_time)::bigint as in_time, sum(late)::bigint as late,
                sum(running)::bigint as running, sum(overdue)::bigint as overdue
            from (
                select split_part(clock, e'\\t', 1) as code, split_part(clock, e'\\t', 2) as article,
                    case split_part(clock, e'\\t', 3) when 'true' then n else 0 end as in_time,
                    case split_part(clock, e'\\t', 3) when 'true' then 0 else n end as late,
                    0 as running, 0 as overdue
                from (select clocks, count(*) as n from handled_request where %2$s group by clocks) as handled,
                    string_to_table(clocks, e'\\n') as clock
                union all
                select c.code, c.article,
                    count(*) filter (where c.met_at < c.due),
                    count(*) filter (where c.met_at >= c.due),
                    count(*) filter (where c.met_at is null and c.due > coalesce(c.paused_at, :now)),
                    count(*) filter (where c.met_at is null and c.due <= coalesce(c.paused_at, :now))
                from request_clock c join request r on r.id = c.request_id
                where %1$s
                group by c.code, c.article) as counted
            group by code, article""".formatted(UNHANDLED, HANDLED);
    // bits that grouping() leaves for the columns that a set does not group by
    private static final int TOTAL = 0b11111;
    private static final int TYPE = 0b01111;
    private static final int SCHOOL = 0b10111;
    private static final int GROUND = 0b11011;
    private static final int AGE = 0b11101;
    private static final int MONTH = 0b11110;

    private final DatabaseClient database;

    R2dbcHandlingFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Figures> count(Span span) {
        Mono<List<Counted>> requests = over(span.unit() == null ? OF_ALL : OF_UNIT, span)
                .statement()
                .map(Counted::of)
                .all()
                .collectList();
        Mono<List<Deadline>> clocks =
                over(CLOCKS, span).statement().map(Deadline::of).all().collectList();
        return requests.zipWith(clocks).map(both -> figures(both.getT1(), both.getT2()));
    }

    private Params over(String statement, Span span) {
        return Params.of(database.sql(statement))
                .bind("from", span.from())
                .bind("until", span.until())
                .bind("year", span.year())
                .bind("now", span.now())
                .bind("unit", span.unit(), String.class);
    }

    private static Figures figures(List<Counted> counted, List<Deadline> deadlines) {
        Line total = counted.stream()
                .filter(each -> each.kind() == TOTAL)
                .map(Counted::states)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no total"));
        Map<String, Table> clocks = new TreeMap<>();
        deadlines.stream()
                .map(Deadline::code)
                .distinct()
                .forEach(code -> clocks.put(
                        code,
                        Table.of(
                                deadlines.stream()
                                        .filter(each -> each.code().equals(code))
                                        .map(Deadline::line)
                                        .sorted(Comparator.comparing(Line::key))
                                        .toList(),
                                Figures.COLUMNS.size())));
        return new Figures(
                total,
                new Table(lines(counted, TYPE), total),
                new Table(lines(counted, SCHOOL), total),
                clocks,
                Table.of(counts(counted, GROUND), Figures.COUNT.size()),
                Table.of(counts(counted, AGE), Figures.COUNT.size()),
                Table.of(
                        counted.stream()
                                .filter(each -> each.kind() == MONTH)
                                .map(Counted::month)
                                .sorted(Comparator.comparing(Line::key))
                                .toList(),
                        Figures.MONTHS.size()));
    }

    private static List<Line> lines(List<Counted> counted, int kind) {
        return counted.stream()
                .filter(each -> each.kind() == kind)
                .map(Counted::states)
                .sorted(Comparator.comparing(Line::key))
                .toList();
    }

    /** Requests without a ground, and those that are not open, are in none of these groups. */
    private static List<Line> counts(List<Counted> counted, int kind) {
        return counted.stream()
                .filter(each -> each.kind() == kind && !each.key().isEmpty())
                .map(each -> Line.of(each.key(), List.of(each.states().sum()), null))
                .sorted(Comparator.comparing(Line::key))
                .toList();
    }

    private static List<Long> columns(Readable row) {
        return List.of(
                get(row, "in_time", Long.class),
                get(row, "late", Long.class),
                get(row, "running", Long.class),
                get(row, "overdue", Long.class));
    }

    private static @Nullable Duration median(Readable row) {
        Double seconds = row.get("median", Double.class);
        return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
    }

    /** A group of requests. */
    private record Counted(
            int kind,
            String key,
            List<Long> columns,
            long withdrawals,
            @Nullable Duration median) {
        static Counted of(Readable row) {
            int kind = get(row, "kind", Integer.class);
            return new Counted(
                    kind,
                    key(row, kind),
                    R2dbcHandlingFigures.columns(row),
                    get(row, "withdrawals", Long.class),
                    R2dbcHandlingFigures.median(row));
        }

        Line states() {
            return Line.of(key, columns, median);
        }

        Line month() {
            return Line.of(key, List.of(withdrawals, states().sum() - withdrawals), null);
        }

        private static String key(Readable row, int kind) {
            Object key = switch (kind) {
                case TYPE -> row.get("type", String.class);
                case SCHOOL -> row.get("school_id", String.class);
                case GROUND -> row.get("ground", String.class);
                case AGE -> row.get("age", Integer.class);
                case MONTH -> row.get("month", String.class);
                default -> null;
            };
            return key == null ? "" : key.toString();
        }
    }

    /** A deadline of a provision. */
    private record Deadline(String code, Line line) {
        static Deadline of(Readable row) {
            return new Deadline(
                    get(row, "code", String.class),
                    Line.of(get(row, "article", String.class), R2dbcHandlingFigures.columns(row), null));
        }
    }
}
