package vn.edu.privacy.notification.oversight.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.oversight.application.HandlingFigures.Figures;
import vn.edu.privacy.notification.oversight.application.Report;
import vn.edu.privacy.notification.oversight.application.ReportHandling;
import vn.edu.privacy.notification.oversight.domain.Line;
import vn.edu.privacy.notification.oversight.domain.Table;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Schools;

/** The report that an inspection asks for: charts with their figures beside them, on screen and on paper. */
@Controller
class OversightPage {
    private static final int FIRST_YEAR = 2023;
    private static final int LAST_YEAR = 2100;

    private final ReportHandling reporting;
    private final MessageSource texts;
    private final Schools schools;

    OversightPage(ReportHandling reporting, MessageSource texts, Schools schools) {
        this.reporting = reporting;
        this.texts = texts;
        this.schools = schools;
    }

    @GetMapping("/oversight")
    Mono<Rendering> show(@RequestParam(required = false) @Nullable String year, Caller caller, Locale locale) {
        return reporting
                .report(year(year), OversightReaders.unit(caller), OversightReaders.isExact(caller))
                .map(report -> Rendering.view("oversight")
                        .modelAttribute("report", report)
                        .modelAttribute(
                                "total",
                                Bar.of(
                                        "",
                                        report.types().total(),
                                        report.types().total().sum()))
                        .modelAttribute("blocks", blocks(report, locale))
                        .build());
    }

    private List<Block> blocks(Report report, Locale locale) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(block("types", "type", report.types(), Figures.COLUMNS, locale));
        report.clocks()
                .forEach((code, table) -> blocks.add(new Block(
                        "clock-" + code,
                        say("clocks", locale) + ": " + say("clock." + code, code, locale),
                        Figures.COLUMNS,
                        bars(table, UnaryOperator.identity()))));
        blocks.add(block("ages", "age", report.ages(), Figures.COUNT, locale));
        blocks.add(block("grounds", "ground", report.grounds(), Figures.COUNT, locale));
        blocks.add(new Block(
                "months", say("months", locale), Figures.MONTHS, bars(report.months(), OversightPage::month)));
        if (report.unit() == null) {
            // a school that belongs to no district stands for itself
            blocks.add(new Block(
                    "districts",
                    say("districts", locale),
                    Figures.COLUMNS,
                    bars(report.units().districts(), code -> schools.name(code, locale))));
            blocks.add(new Block(
                    "schools",
                    say("schools", locale),
                    Figures.COLUMNS,
                    bars(report.units().schools(), code -> schools.name(code, locale))));
        }
        return blocks;
    }

    private Block block(String name, String family, Table table, List<String> columns, Locale locale) {
        return new Block(name, say(name, locale), columns, bars(table, family, locale));
    }

    private List<Bar> bars(Table table, String family, Locale locale) {
        return bars(table, key -> say(family + "." + key, key, locale));
    }

    private static List<Bar> bars(Table table, UnaryOperator<String> name) {
        long longest = table.lines().stream()
                .filter(line -> !line.hidden())
                .mapToLong(Line::sum)
                .max()
                .orElse(0);
        return table.lines().stream()
                .map(line -> Bar.of(name.apply(line.key()), line, longest))
                .toList();
    }

    /** {@code 12/2026}, as months are written here. */
    private static String month(String key) {
        return key.replaceFirst("^([0-9]{4})-([0-9]{2})$", "$2/$1");
    }

    private String say(String key, Locale locale) {
        return say(key, key, locale);
    }

    /** A text, or the code itself while nobody has put it into words. */
    private String say(String key, String otherwise, Locale locale) {
        String text = texts.getMessage("oversight." + key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    /** A year that the report knows; this year for anything else. */
    private static @Nullable Integer year(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{4}")) {
            return null;
        }
        int year = Integer.parseInt(text);
        return year < FIRST_YEAR || year > LAST_YEAR ? null : year;
    }

    /**
     * A table with its chart; public for the template.
     *
     * @param name for the address within the page
     * @param title in words
     * @param columns names of its columns
     * @param bars its lines
     */
    record Block(String name, String title, List<String> columns, List<Bar> bars) {
        /** Whether a line has a median to show. */
        public boolean hasMedian() {
            return bars.stream().anyMatch(bar -> bar.hours() != null);
        }
    }

    /**
     * A line with the bar that draws it, in thousandths of the longest; public for the template.
     *
     * @param name in words
     * @param line its figures
     * @param longest sum of the longest line of the table
     */
    record Bar(String name, Line line, long longest) {
        private static final int WHOLE = 1_000;
        private static final double HOUR = 3600;

        static Bar of(String name, Line line, long longest) {
            return new Bar(name, line, longest);
        }

        /** The pieces of the bar that have a length, from the left. */
        public List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            long before = 0;
            for (int column = 0; column < line.parts().size(); column++) {
                long from = scaled(before);
                before += line.part(column);
                long width = scaled(before) - from;
                if (width > 0) {
                    pieces.add(new Piece("c" + column, from, width));
                }
            }
            return pieces;
        }

        /** The median in hours, one decimal; null where there is none. */
        public @Nullable Double hours() {
            Duration median = line.median();
            return median == null ? null : Math.round(median.toSeconds() / HOUR * 10) / 10.0;
        }

        private long scaled(long count) {
            return longest == 0 ? 0 : Math.round((double) count * WHOLE / longest);
        }
    }

    /** A piece of a bar: its class, where it begins, how long it is. */
    record Piece(String look, long from, long width) {}
}
