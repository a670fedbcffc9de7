package vn.edu.privacy.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoPurposesTest {

    /** What Decree 13 art. 13.2 and R-NOT-05 ask of a notice, and the child's text of R-CH-26. */
    private static final List<String> NOTICE = List.of(
            "name",
            "summary",
            "processing",
            "recipients",
            "risks",
            "ifRefused",
            "withdrawal",
            "consequences",
            "rights",
            "controller",
            "childText");

    private final Map<String, String> purposes = DemoPurposes.inSchoolYearOf(LocalDate.of(2026, 11, 24));

    @Test
    void thereAreTheEightOfASchoolYear() {
        assertThat(purposes)
                .containsOnlyKeys(
                        "health-record",
                        "health-insurance",
                        "school-transport",
                        "boarding-meals",
                        "yearbook-photos",
                        "learning-platform",
                        "extracurricular-trip",
                        "contact-book");
    }

    @Test
    void everyNoticeIsWholeInBothLanguages() {
        purposes.values().stream().map(DemoPurposesTest::read).forEach(purpose -> {
            for (String language : List.of("vi", "en")) {
                assertThat(NOTICE)
                        .as(purpose.path("code").asString("") + " in " + language)
                        .allMatch(item -> !purpose.path("notices")
                                .path(language)
                                .path(item)
                                .asString("")
                                .isBlank());
            }
        });
    }

    @Test
    void aPurposeWithSensitiveDataSaysSo() {
        purposes.values().stream().map(DemoPurposesTest::read).forEach(purpose -> {
            boolean anySensitive = false;
            for (JsonNode category : purpose.path("dataCategories")) {
                anySensitive |= category.path("sensitive").asBoolean();
            }
            assertThat(purpose.path("sensitive").asBoolean())
                    .as(purpose.path("code").asString(""))
                    .isEqualTo(anySensitive);
        });
    }

    @Test
    void processingRunsForTheSchoolYear() {
        JsonNode purpose =
                read(DemoPurposes.inSchoolYearOf(LocalDate.of(2027, 7, 31)).get("contact-book"));

        assertThat(purpose.path("processingFrom").asString("")).isEqualTo("2026-08-01");
        assertThat(purpose.path("processingUntil").asString("")).isEqualTo("2027-07-31");
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
