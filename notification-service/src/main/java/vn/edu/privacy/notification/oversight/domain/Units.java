package vn.edu.privacy.notification.oversight.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Schools and the districts that they belong to, one above the other.
 *
 * @param districts each with the sum of its schools
 * @param schools each school, in the order of the districts
 */
public record Units(Table districts, Table schools) {
    /**
     * Schools put into their districts.
     *
     * @param district the district of a school; a school without one is a district of its own
     */
    public static Units of(Table schools, Function<String, String> district) {
        Map<String, List<Line>> byDistrict = group(schools, district);
        List<Line> districts = byDistrict.entrySet().stream()
                .map(entry -> Line.of(
                        entry.getKey(),
                        Line.sum(entry.getValue(), schools.total().parts().size()),
                        null))
                .toList();
        return new Units(
                new Table(districts, schools.total()),
                new Table(byDistrict.values().stream().flatMap(List::stream).toList(), schools.total()));
    }

    /**
     * The same for a reader who may not see individuals: a school is not shown either where its district's figures, or
     * those of the other schools there, would tell it.
     */
    public Units withoutSmallGroups(int smallestGroup, Function<String, String> district) {
        Set<String> hiddenDistricts = districts.hidden(smallestGroup);
        Set<String> hiddenSchools = new HashSet<>();
        group(schools, district).forEach((name, lines) -> {
            if (hiddenDistricts.contains(name)) {
                lines.forEach(line -> hiddenSchools.add(line.key()));
            } else {
                hiddenSchools.addAll(
                        Table.of(lines, schools.total().parts().size()).hidden(smallestGroup));
            }
        });
        return new Units(
                districts.without(hiddenDistricts, smallestGroup), schools.without(hiddenSchools, smallestGroup));
    }

    private static Map<String, List<Line>> group(Table schools, Function<String, String> district) {
        List<Line> sorted = new ArrayList<>(schools.lines());
        sorted.sort(
                Comparator.comparing((Line line) -> district.apply(line.key())).thenComparing(Line::key));
        return sorted.stream()
                .collect(Collectors.groupingBy(
                        line -> district.apply(line.key()), LinkedHashMap::new, Collectors.toList()));
    }
}
