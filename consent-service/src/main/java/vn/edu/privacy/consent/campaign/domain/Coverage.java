package vn.edu.privacy.consent.campaign.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.edu.privacy.consent.roster.ClassNames;

/**
 * How far a campaign has come, per class and purpose.
 *
 * @param purposes the columns, in the campaign's order
 * @param rows one per class
 * @param total the same over all classes
 */
public record Coverage(List<String> purposes, List<Row> rows, Row total) {
    public Coverage {
        purposes = List.copyOf(purposes);
        rows = List.copyOf(rows);
    }

    /** Of the figures of each class and purpose; a figure that is not there is none. */
    public static Coverage of(List<String> purposes, Collection<Cell> cells) {
        Map<String, Map<String, Tally>> byClass = new HashMap<>();
        cells.forEach(cell -> byClass.computeIfAbsent(cell.className(), name -> new HashMap<>())
                .put(cell.purpose(), cell.tally()));
        List<Row> rows = byClass.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        purposes.stream()
                                .map(purpose -> Optional.of(entry.getValue().getOrDefault(purpose, Tally.NONE)))
                                .toList()))
                .sorted(Comparator.comparing(Row::className, ClassNames.BY_GRADE))
                .toList();
        return new Coverage(purposes, rows, total(purposes.size(), rows));
    }

    /**
     * The same for a reader who may not see individuals: no figure that is shown, and none that can be reckoned from those
     * shown, is of fewer people than that, unless it is 0.
     */
    public Coverage withoutSmallGroups(int smallestGroup) {
        List<List<Optional<Tally>>> columns = new ArrayList<>();
        List<Optional<Tally>> totals = new ArrayList<>();
        for (int column = 0; column < purposes.size(); column++) {
            List<Tally> shown = new ArrayList<>();
            for (Row row : rows) {
                shown.add(row.figures().get(column).orElse(Tally.NONE));
            }
            Set<Integer> hidden = hidden(shown, smallestGroup);
            List<Optional<Tally>> kept = new ArrayList<>();
            for (int row = 0; row < shown.size(); row++) {
                kept.add(hidden.contains(row) ? Optional.empty() : Optional.of(shown.get(row)));
            }
            columns.add(kept);
            boolean reckoned = sum(shown, hidden).pointsToPersons(smallestGroup);
            totals.add(reckoned ? Optional.empty() : total.figures().get(column));
        }
        List<Row> kept = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            kept.add(new Row(
                    rows.get(row).className(),
                    columns.stream().map(column -> column.get(at)).toList()));
        }
        return new Coverage(purposes, kept, new Row(total.className(), totals));
    }

    /** Small ones, and as many of the next smallest as it takes to hide the small ones behind the total. */
    private static Set<Integer> hidden(List<Tally> column, int smallestGroup) {
        Set<Integer> hidden = new HashSet<>();
        List<Integer> left = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            (column.get(row).pointsToPersons(smallestGroup) ? hidden : left).add(row);
        }
        left.sort(Comparator.comparingInt(row -> column.get(row).students()));
        for (int row : left) {
            if (!sum(column, hidden).pointsToPersons(smallestGroup)) {
                break;
            }
            hidden.add(row);
        }
        return hidden;
    }

    private static Tally sum(List<Tally> column, Set<Integer> rows) {
        return rows.stream().map(column::get).reduce(Tally.NONE, Tally::plus);
    }

    private static Row total(int columns, List<Row> rows) {
        List<Optional<Tally>> totals = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            totals.add(Optional.of(rows.stream()
                    .map(row -> row.figures().get(at).orElse(Tally.NONE))
                    .reduce(Tally.NONE, Tally::plus)));
        }
        return new Row("", totals);
    }

    /**
     * The figures of one class for one purpose.
     *
     * @param className the class
     * @param purpose its code
     * @param tally the figures
     */
    public record Cell(String className, String purpose, Tally tally) {}

    /**
     * A class.
     *
     * @param className empty for all classes together
     * @param figures per purpose, in the order of the columns; empty where they would point to persons
     */
    public record Row(String className, List<Optional<Tally>> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }
}
