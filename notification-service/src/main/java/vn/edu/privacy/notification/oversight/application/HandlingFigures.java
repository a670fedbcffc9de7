package vn.edu.privacy.notification.oversight.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.oversight.domain.Line;
import vn.edu.privacy.notification.oversight.domain.Table;

/** Counts requests; no figure has anybody's name or id in it. */
public interface HandlingFigures {
    /** The figures of what was received in a time. */
    Mono<Figures> count(Span span);

    /**
     * What is counted.
     *
     * @param year of receipt, Asia/Ho_Chi_Minh
     * @param now what is late is late by then
     * @param unit only requests of this school; of every school when null
     */
    record Span(int year, Instant now, @Nullable String unit) {
        /** The first moment. */
        public Instant from() {
            return start(year);
        }

        /** The first moment after. */
        public Instant until() {
            return start(year + 1);
        }

        private static Instant start(int year) {
            return LocalDate.of(year, 1, 1).atStartOfDay(Deadlines.ZONE).toInstant();
        }
    }

    /**
     * The figures. Requests stand in four columns: handled in time, handled late, running, overdue; late is what missed one
     * of its deadlines. What its requester never confirmed is not counted.
     *
     * @param total all of them
     * @param types per type
     * @param schools per school
     * @param clocks per deadline, by its code: per provision, in the same columns
     * @param grounds refused ones, per ground
     * @param ages open ones, by how long ago they were received
     * @param months per month: withdrawals, and everything else
     */
    record Figures(
            Line total,
            Table types,
            Table schools,
            Map<String, Table> clocks,
            Table grounds,
            Table ages,
            Table months) {
        /** The columns of requests and deadlines. */
        public static final List<String> COLUMNS = List.of("inTime", "late", "running", "overdue");

        /** The columns of the months. */
        public static final List<String> MONTHS = List.of("withdrawals", "others");

        /** The column of what is counted once. */
        public static final List<String> COUNT = List.of("count");
    }
}
