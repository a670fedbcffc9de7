package vn.edu.privacy.consent.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.campaign.domain.Coverage.Cell;

class CoverageTest {
    private static final int SMALLEST = 5;

    @Test
    void listsClassesAsASchoolDoesAndAddsThemUp() {
        Coverage coverage = Coverage.of(
                List.of("trip", "photos"),
                List.of(
                        new Cell("10A", "trip", new Tally(20, 1, 9)),
                        new Cell("2B", "trip", new Tally(10, 0, 20)),
                        new Cell("2B", "photos", new Tally(0, 0, 30))));

        assertThat(coverage.rows()).extracting(Coverage.Row::className).containsExactly("2B", "10A");
        assertThat(coverage.total().figures().getFirst()).hasValue(new Tally(30, 1, 29));
        assertThat(coverage.total().figures().getLast()).hasValue(new Tally(0, 0, 30));
    }

    @Test
    void whatIsLargeEnoughStays() {
        Coverage large = Coverage.of(List.of("trip"), List.of(new Cell("4A", "trip", new Tally(25, 5, 0))));

        assertThat(large.withoutSmallGroups(SMALLEST)).isEqualTo(large);
    }

    @Test
    void noSmallGroupIsShownOrCanBeReckonedFromWhatIsShown() {
        Random random = new Random(20261231);
        int hidden = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Cell> cells = new ArrayList<>();
            int classes = 1 + random.nextInt(6);
            for (int i = 0; i < classes; i++) {
                cells.add(new Cell(
                        i + "A", "trip", new Tally(random.nextInt(30), random.nextInt(4) * 3, random.nextInt(12))));
            }
            Coverage all = Coverage.of(List.of("trip"), cells);
            Coverage seen = all.withoutSmallGroups(SMALLEST);
            Tally rest = seen.total().figures().getFirst().orElse(null);
            for (Coverage.Row row : seen.rows()) {
                Tally shown = row.figures().getFirst().orElse(null);
                if (shown == null) {
                    hidden++;
                    continue;
                }
                assertThat(small(shown)).as("%s of %s", row, all).isFalse();
                if (rest != null) {
                    rest = new Tally(
                            rest.permitted() - shown.permitted(),
                            rest.refused() - shown.refused(),
                            rest.waiting() - shown.waiting());
                }
            }
            assertThat(rest != null && small(rest)).as("the rest of %s", all).isFalse();
        }
        assertThat(hidden).isGreaterThan(1_000);
    }

    private static boolean small(Tally tally) {
        return List.of(tally.permitted(), tally.refused(), tally.waiting()).stream()
                .anyMatch(count -> count >= 1 && count < SMALLEST);
    }
}
