package vn.edu.privacy.consent.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.edu.privacy.consent.campaign.domain.Coverage;
import vn.edu.privacy.consent.campaign.domain.Tally;

/**
 * Coverage as a chart with its figures beside it, and as a table; public for the templates.
 *
 * @param purposes names of the columns
 * @param total per purpose, over all classes
 * @param rows per class
 */
record CoverageTable(List<String> purposes, List<Cell> total, List<Row> rows) {

    static CoverageTable of(Coverage coverage, Map<String, String> names) {
        List<String> purposes = coverage.purposes().stream()
                .map(code -> names.getOrDefault(code, code))
                .toList();
        return new CoverageTable(
                purposes,
                cells(purposes, coverage.total()),
                coverage.rows().stream()
                        .map(row -> new Row(row.className(), cells(purposes, row)))
                        .toList());
    }

    private static List<Cell> cells(List<String> purposes, Coverage.Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < purposes.size(); column++) {
            Optional<Tally> tally = row.figures().get(column);
            cells.add(new Cell(purposes.get(column), tally));
        }
        return cells;
    }

    /**
     * A campaign among others.
     *
     * @param campaign in words
     * @param cells per purpose, over all classes
     */
    record OfCampaign(CampaignWords.Shown campaign, List<Cell> cells) {}

    /** A class. */
    record Row(String className, List<Cell> cells) {}

    /**
     * The figures for one purpose, and the bar that draws them: lengths in thousandths.
     *
     * @param purpose its name
     * @param tally empty where the figures would point to persons
     */
    record Cell(String purpose, Optional<Tally> tally) {
        private static final int WHOLE = 1_000;

        /** Where the part of those who refused begins. */
        public long permitted() {
            return part(tally.map(Tally::permitted).orElse(0));
        }

        /** How long the part of those who refused is. */
        public long refused() {
            return part(tally.map(Tally::refused).orElse(0));
        }

        /** Whole percent of those for whom nothing is missing. */
        public long answered() {
            return (permitted() + refused()) / 10;
        }

        private long part(int count) {
            int students = tally.map(Tally::students).orElse(0);
            return students == 0 ? 0 : Math.round((double) count * WHOLE / students);
        }
    }
}
