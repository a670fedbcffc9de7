package vn.edu.privacy.standalone.journeys;

import java.util.List;
import java.util.stream.Stream;

/**
 * A screen, a language, with or without scripts. Without, scripts arrive empty: a browser whose scripts are switched off
 * answers no questions about its page either.
 */
record Way(int width, String language, boolean scripts) {
    private static final int[] WIDTHS = {Browser.PHONE, Browser.DESK};

    /** Every one of the eight. */
    static List<Way> all() {
        return Stream.of("vi", "en")
                .flatMap(language -> Stream.of(true, false)
                        .flatMap(scripts -> Stream.of(
                                new Way(WIDTHS[0], language, scripts), new Way(WIDTHS[1], language, scripts))))
                .toList();
    }

    /** Two that are opposite in everything, with scripts first; others for each of four neighbours. */
    static List<Way> opposites(int number) {
        Way with = new Way(WIDTHS[number % 2], number / 2 % 2 == 0 ? "vi" : "en", true);
        return List.of(with, with.opposite());
    }

    private Way opposite() {
        return new Way(
                width == Browser.PHONE ? Browser.DESK : Browser.PHONE, language.equals("vi") ? "en" : "vi", !scripts);
    }

    @Override
    public String toString() {
        return width + "-" + language + (scripts ? "" : "-plain");
    }
}
