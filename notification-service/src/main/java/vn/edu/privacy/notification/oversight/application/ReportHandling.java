package vn.edu.privacy.notification.oversight.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.oversight.application.HandlingFigures.Figures;
import vn.edu.privacy.notification.oversight.domain.Table;
import vn.edu.privacy.notification.oversight.domain.Units;

/**
 * Reports how requests were handled. By whole years only, and about every school or one's own: two reports never differ by
 * so little that the difference tells of a person.
 */
public final class ReportHandling {
    private final HandlingFigures figures;
    private final Map<String, String> districts;
    private final int smallestGroup;
    private final Clock clock;

    /**
     * @param districts the district of each school; a school that is not named is a district of its own
     * @param smallestGroup figures of fewer requests are not shown to who may not see requests one by one
     */
    public ReportHandling(HandlingFigures figures, Map<String, String> districts, int smallestGroup, Clock clock) {
        this.figures = figures;
        this.districts = Map.copyOf(districts);
        this.smallestGroup = smallestGroup;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @param year of receipt, Asia/Ho_Chi_Minh; this year when null
     * @param unit only this school; every school when null
     * @param exact whether small groups are shown too, to who sees the requests themselves
     */
    public Mono<Report> report(@Nullable Integer year, @Nullable String unit, boolean exact) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int asked = year == null ? now.atZone(Deadlines.ZONE).getYear() : year;
        return figures.count(new HandlingFigures.Span(asked, now, unit))
                .map(counted -> report(asked, now, unit, exact, counted));
    }

    private Report report(int year, Instant now, @Nullable String unit, boolean exact, Figures counted) {
        Units units = Units.of(counted.schools(), this::district);
        if (exact) {
            return new Report(
                    year,
                    now,
                    unit,
                    0,
                    counted.types(),
                    units,
                    counted.clocks(),
                    counted.grounds(),
                    counted.ages(),
                    counted.months());
        }
        Map<String, Table> clocks = new TreeMap<>();
        counted.clocks().forEach((code, table) -> clocks.put(code, table.withoutSmallGroups(smallestGroup)));
        return new Report(
                year,
                now,
                unit,
                smallestGroup,
                counted.types().withoutSmallGroups(smallestGroup),
                units.withoutSmallGroups(smallestGroup, this::district),
                clocks,
                counted.grounds().withoutSmallGroups(smallestGroup),
                counted.ages().withoutSmallGroups(smallestGroup),
                counted.months().withoutSmallGroups(smallestGroup));
    }

    private String district(String school) {
        return districts.getOrDefault(school, school);
    }
}
