package vn.edu.privacy.notification.oversight.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups that together are all, each request in one of them.
 *
 * @param lines the groups, in the order to be shown
 * @param total all together
 */
public record Table(List<Line> lines, Line total) {
    public Table {
        lines = List.copyOf(lines);
    }

    /** Of groups whose total is their sum. */
    public static Table of(List<Line> lines, int columns) {
        return new Table(lines, Line.of("", Line.sum(lines, columns), null));
    }

    /**
     * The same for a reader who may not see individuals: no figure that is shown, and none that can be reckoned from those
     * shown and the total, is of fewer requests than that, unless it is 0.
     */
    public Table withoutSmallGroups(int smallestGroup) {
        return without(hidden(smallestGroup), smallestGroup);
    }

    /** The same, where these groups may not be shown whatever their size. */
    Table without(Set<String> keys, int smallestGroup) {
        List<Line> kept = lines.stream()
                .map(line -> keys.contains(line.key()) ? line.hide() : tactful(line, smallestGroup))
                .toList();
        return new Table(kept, total.pointsToPersons(smallestGroup) ? total.hide() : tactful(total, smallestGroup));
    }

    /** Small groups, and as many of the next smallest as it takes to hide the small ones behind the total. */
    Set<String> hidden(int smallestGroup) {
        Set<String> hidden = new HashSet<>();
        lines.stream().filter(line -> line.pointsToPersons(smallestGroup)).forEach(line -> hidden.add(line.key()));
        List<Line> left = lines.stream()
                .filter(line -> !hidden.contains(line.key()))
                .sorted(Comparator.comparingLong(Line::sum))
                .toList();
        for (Line next : left) {
            if (!together(hidden).pointsToPersons(smallestGroup)) {
                break;
            }
            hidden.add(next.key());
        }
        return hidden;
    }

    private Line together(Set<String> keys) {
        return Line.of(
                "",
                Line.sum(
                        lines.stream().filter(line -> keys.contains(line.key())).toList(),
                        total.parts().size()),
                null);
    }

    /** A median of few is nearly the time of one. */
    private static Line tactful(Line line, int smallestGroup) {
        boolean few = line.sum() < smallestGroup;
        return few ? new Line(line.key(), line.parts(), null, false) : line;
    }
}
