package vn.edu.privacy.notification.oversight.domain;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table of figures: how many requests of a group stand where.
 *
 * @param key the group: a code, a month, a school; empty for all together
 * @param parts how many requests stand in each column; nobody stands in two
 * @param median how long handling took in the middle case; null where nothing was handled, or it is not shown
 * @param hidden whether its figures would point to persons; they are not there then
 */
public record Line(String key, List<Long> parts, @Nullable Duration median, boolean hidden) {
    public Line {
        parts = List.copyOf(parts);
    }

    /** A line that is shown. */
    public static Line of(String key, List<Long> parts, @Nullable Duration median) {
        return new Line(key, parts, median, false);
    }

    /** All its requests. */
    public long sum() {
        return parts.stream().mapToLong(Long::longValue).sum();
    }

    /** How many stand in one column. */
    public long part(int column) {
        return parts.get(column);
    }

    /** Whether a figure is so small that it may point to persons; nobody is pointed to by none. */
    boolean pointsToPersons(int smallestGroup) {
        return parts.stream().anyMatch(count -> count > 0 && count < smallestGroup);
    }

    /** The same without its figures. */
    Line hide() {
        return new Line(key, List.of(), null, true);
    }

    static List<Long> sum(List<Line> lines, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column ->
                        lines.stream().mapToLong(line -> line.part(column)).sum())
                .toList();
    }
}
