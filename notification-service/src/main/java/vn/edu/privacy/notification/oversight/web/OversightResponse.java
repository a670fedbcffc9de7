package vn.edu.privacy.notification.oversight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.oversight.application.HandlingFigures.Figures;
import vn.edu.privacy.notification.oversight.application.Report;
import vn.edu.privacy.notification.oversight.domain.Line;
import vn.edu.privacy.notification.oversight.domain.Table;

/** The report as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OversightResponse(
        int year,
        Instant asOf,
        @Nullable String schoolId,
        int smallestGroup,
        Group total,
        List<Group> types,
        List<Group> districts,
        List<Group> schools,
        Map<String, List<Group>> clocks,
        List<Group> refusals,
        List<Group> openByAge,
        List<Group> months) {

    static OversightResponse of(Report report) {
        Map<String, List<Group>> clocks = new LinkedHashMap<>();
        report.clocks().forEach((code, table) -> clocks.put(code, groups(table, Figures.COLUMNS)));
        return new OversightResponse(
                report.year(),
                report.asOf(),
                report.unit(),
                report.smallestGroup(),
                Group.of(report.types().total(), Figures.COLUMNS),
                groups(report.types(), Figures.COLUMNS),
                groups(report.units().districts(), Figures.COLUMNS),
                groups(report.units().schools(), Figures.COLUMNS),
                clocks,
                groups(report.grounds(), Figures.COUNT),
                groups(report.ages(), Figures.COUNT),
                groups(report.months(), Figures.MONTHS));
    }

    private static List<Group> groups(Table table, List<String> columns) {
        return table.lines().stream().map(line -> Group.of(line, columns)).toList();
    }

    /** A group of requests; without figures where they would point to persons. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(
            String key,
            boolean hidden,
            @Nullable Map<String, Long> figures,
            @Nullable Double medianHours) {
        private static final double HOUR = 3600;

        static Group of(Line line, List<String> columns) {
            if (line.hidden()) {
                return new Group(line.key(), true, null, null);
            }
            Map<String, Long> figures = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                figures.put(columns.get(column), line.part(column));
            }
            return new Group(line.key(), false, figures, hours(line.median()));
        }

        private static @Nullable Double hours(@Nullable Duration median) {
            return median == null ? null : Math.round(median.toSeconds() / HOUR * 10) / 10.0;
        }
    }
}
