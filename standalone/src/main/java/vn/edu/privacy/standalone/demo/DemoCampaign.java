package vn.edu.privacy.standalone.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The campaign that the first school has open, so that a parent who logs in sees what is asked until when.
 *
 * @param schoolId the school
 * @param classes those of the first family, and with them enough others for figures that tell of nobody
 * @param purposes codes of what is asked
 * @param opensOn the day on which it is planned: none opens in the past
 * @param deadline 31 December as the Department wants it, or later where that is near or over
 */
public record DemoCampaign(
        String schoolId, List<String> classes, List<String> purposes, LocalDate opensOn, LocalDate deadline) {

    private static final int SHORTEST_DAYS = 14;
    private static final int LATER_DAYS = 60;

    /** The one that is planned on a day. */
    static DemoCampaign on(LocalDate day) {
        LocalDate endOfYear = LocalDate.of(day.getYear(), Month.DECEMBER, 31);
        LocalDate lastDay = DemoSeed.schoolYearStart(day).plusYears(1).minusDays(1);
        LocalDate wanted = day.getMonthValue() >= Month.AUGUST.getValue()
                        && !day.plusDays(SHORTEST_DAYS).isAfter(endOfYear)
                ? endOfYear
                : day.plusDays(LATER_DAYS);
        return new DemoCampaign(
                DemoWorld.FIRST_SCHOOL,
                List.of("1A", "6A", "9A"),
                List.of("health-record", "school-transport", "yearbook-photos"),
                day,
                wanted.isAfter(lastDay) ? lastDay : wanted);
    }

    /** The body of {@code POST /v1/campaigns}. */
    public String body() {
        int year = DemoSeed.schoolYearStart(opensOn).getYear();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "schoolYear",
                        year + "-" + (year + 1),
                        "name",
                        Map.of("vi", "Hỏi ý kiến phụ huynh và học sinh", "en", "Asking parents and students"),
                        "purposes",
                        purposes,
                        "classes",
                        classes,
                        "opensOn",
                        opensOn.toString(),
                        "deadline",
                        deadline.toString()));
    }
}
