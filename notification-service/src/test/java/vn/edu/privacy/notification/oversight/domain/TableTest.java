package vn.edu.privacy.notification.oversight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which figures a reader who sees no pupil's data is shown. */
class TableTest {
    private static final int SMALLEST = 5;

    @Test
    void smallGroupIsHiddenAndWithItTheNextThatWouldTellIt() {
        Table shown = table(100, 3, 40, 6).withoutSmallGroups(SMALLEST);

        assertThat(shown.lines()).extracting(Line::hidden).containsExactly(false, true, false, true);
        assertThat(shown.lines().get(1).parts()).isEmpty();
        assertThat(shown.total().sum()).isEqualTo(149);
    }

    @Test
    void totalIsHiddenWhereItWouldTellOfFew() {
        Table shown = table(3, 1).withoutSmallGroups(SMALLEST);

        assertThat(shown.lines()).allMatch(Line::hidden);
        assertThat(shown.total().hidden()).isTrue();
    }

    @Test
    void smallGroupsThatAreManyTogetherHideEachOther() {
        Table shown = table(3, 4, 50).withoutSmallGroups(SMALLEST);

        assertThat(shown.lines()).extracting(Line::hidden).containsExactly(true, true, false);
    }

    @Test
    void noneIsNobodyAndIsShown() {
        assertThat(table(0, 7, 20).withoutSmallGroups(SMALLEST).lines()).noneMatch(Line::hidden);
    }

    @Test
    void medianOfFewIsNotShown() {
        Duration median = Duration.ofHours(20);
        Table table = Table.of(List.of(Line.of("a", List.of(0L), median), Line.of("b", List.of(9L), median)), 1);

        assertThat(table.withoutSmallGroups(SMALLEST).lines())
                .extracting(Line::median)
                .containsExactly(null, median);
    }

    @Test
    void nothingShownOrReckonedIsOfFewerThanTheSmallestGroup() {
        Random random = new Random(20_261_125);
        for (int round = 0; round < 20_000; round++) {
            int columns = 1 + random.nextInt(3);
            List<Line> lines = new ArrayList<>();
            for (int row = random.nextInt(7); row >= 0; row--) {
                lines.add(Line.of("r" + row, counts(random, columns), null));
            }
            Table table = Table.of(lines, columns);

            Table shown = table.withoutSmallGroups(SMALLEST);

            for (int column = 0; column < columns; column++) {
                long hidden = table.total().part(column);
                for (Line line : shown.lines()) {
                    if (!line.hidden()) {
                        assertThat(line.part(column)).satisfies(TableTest::tellsOfNobody);
                        hidden -= line.part(column);
                    }
                }
                if (!shown.total().hidden()) {
                    assertThat(shown.total().part(column)).satisfies(TableTest::tellsOfNobody);
                    assertThat(hidden).as("%s", lines).satisfies(TableTest::tellsOfNobody);
                }
            }
        }
    }

    @Test
    void schoolCannotBeReckonedFromItsDistrictEither() {
        Random random = new Random(8_343);
        Function<String, String> district = school -> "d" + school.charAt(0);
        for (int round = 0; round < 20_000; round++) {
            List<Line> lines = new ArrayList<>();
            for (int area = random.nextInt(4); area >= 0; area--) {
                for (int school = random.nextInt(4); school >= 0; school--) {
                    lines.add(Line.of(area + "-" + school, counts(random, 1), null));
                }
            }
            Units shown = Units.of(Table.of(lines, 1), district).withoutSmallGroups(SMALLEST, district);

            Map<String, Long> left = new HashMap<>();
            lines.forEach(line -> left.merge(district.apply(line.key()), line.sum(), Long::sum));
            long hiddenDistricts = lines.stream().mapToLong(Line::sum).sum();
            Map<String, Long> hiddenSchools = new HashMap<>(left);
            for (Line line : shown.schools().lines()) {
                if (!line.hidden()) {
                    assertThat(line.sum()).satisfies(TableTest::tellsOfNobody);
                    hiddenSchools.merge(district.apply(line.key()), -line.sum(), Long::sum);
                }
            }
            for (Line line : shown.districts().lines()) {
                if (!line.hidden()) {
                    hiddenDistricts -= line.sum();
                    assertThat(hiddenSchools.get(line.key())).satisfies(TableTest::tellsOfNobody);
                } else {
                    // its schools, summed up, would tell it
                    assertThat(shown.schools().lines())
                            .filteredOn(school -> district.apply(school.key()).equals(line.key()))
                            .allMatch(Line::hidden);
                }
            }
            if (!shown.districts().total().hidden()) {
                assertThat(hiddenDistricts).satisfies(TableTest::tellsOfNobody);
            }
        }
    }

    private static void tellsOfNobody(long count) {
        assertThat(count == 0 || count >= SMALLEST).as("a figure of %s", count).isTrue();
    }

    private static List<Long> counts(Random random, int columns) {
        List<Long> counts = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            counts.add((long) random.nextInt(random.nextBoolean() ? 8 : 60));
        }
        return counts;
    }

    private static Table table(long... counts) {
        List<Line> lines = new ArrayList<>();
        for (long count : counts) {
            lines.add(Line.of("g" + lines.size(), List.of(count), null));
        }
        return Table.of(lines, 1);
    }
}
