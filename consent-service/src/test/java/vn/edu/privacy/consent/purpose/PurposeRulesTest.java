package vn.edu.privacy.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.consent.purpose.PurposeDraft.NoticeDraft;
import vn.edu.privacy.consent.purpose.PurposeDraft.SafeguardsDraft;
import vn.edu.privacy.platform.testing.Rule;

class PurposeRulesTest {
    private static final Map<String, String> NAME = Map.of("vi", "Nhóm máu", "en", "Blood type");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final NoticeDraft NOTICE = new NoticeDraft("a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l");
    private static final NoticeDraft WITHOUT_RISKS =
            new NoticeDraft("a", "b", "c", "d", " ", "f", "g", "h", "i", "k", null);
    private static final SafeguardsDraft SAFEGUARDS =
            new SafeguardsDraft("QT-07/2026", "position.deputy-head", NAME, TODAY.plusDays(1), NAME);

    @Test
    void completePurposeMayBePublished() {
        assertThat(PurposeRules.refusal(draft("EDUCATION", LawfulBasis.CONSENT, true, NOTICE), TODAY))
                .isEmpty();
    }

    @Test
    @Rule({"R-NOT-02", "R-EXC-01", "R-EXC-02"})
    void everyMissingItemIsNamed() {
        PurposeDraft draft = new PurposeDraft(
                null,
                LawfulBasis.CONTRACT,
                null,
                new SafeguardsDraft(" ", null, Map.of("vi", "Mã hóa"), null, Map.of()),
                null,
                null,
                List.of(new DataCategory("x", Map.of("vi", "X"), false)),
                List.of(),
                null,
                LocalDate.of(2026, 9, 5),
                null,
                Map.of("vi", WITHOUT_RISKS));
        assertThat(PurposeRules.refusal(draft, TODAY))
                .contains(new Refused.NoticeIncomplete(List.of(
                        "category",
                        "sensitive",
                        "periodKind",
                        "processingUntil",
                        "legalReference",
                        "safeguards.procedure",
                        "safeguards.responsible",
                        "safeguards.measures.en",
                        "safeguards.nextReview",
                        "safeguards.complaints.vi",
                        "safeguards.complaints.en",
                        "dataCategories[0].name.en",
                        "notices.vi.risks",
                        "notices.en")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, name",
        "1, summary",
        "2, processing",
        "3, recipients",
        "4, risks",
        "5, ifRefused",
        "6, withdrawal",
        "7, consequences",
        "8, rights",
        "9, controller",
        "10, childText",
    })
    @Rule({"R-CON-02", "R-CON-20", "R-NOT-02"})
    void aNoticeWithoutAnyOneItemIsRefusedByItsName(int place, String item) {
        String[] t = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l"};
        t[place] = null;
        NoticeDraft notice = new NoticeDraft(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10]);

        assertThat(PurposeRules.refusal(draft("EDUCATION", LawfulBasis.CONSENT, true, notice), TODAY))
                .contains(new Refused.NoticeIncomplete(List.of("notices.vi." + item, "notices.en." + item)));
    }

    @Test
    @Rule({"R-CON-02", "R-CON-20", "R-NOT-02"})
    void aPurposeWithoutDataOrBeginningIsRefused() {
        PurposeDraft draft = new PurposeDraft(
                "EDUCATION",
                LawfulBasis.CONSENT,
                null,
                null,
                false,
                null,
                List.of(),
                List.of(),
                PeriodKind.SCHOOL_YEAR,
                null,
                LocalDate.of(2027, 5, 31),
                Map.of("vi", NOTICE, "en", NOTICE));

        assertThat(PurposeRules.refusal(draft, TODAY))
                .contains(new Refused.NoticeIncomplete(List.of("processingFrom", "dataCategories")));
    }

    @Test
    @Rule("R-CON-08")
    void sensitiveCategoriesMustBeSaidToBeSensitive() {
        assertThat(PurposeRules.refusal(draft("EDUCATION", LawfulBasis.CONSENT, false, NOTICE), TODAY))
                .contains(new Refused.SensitiveNotFlagged(List.of("blood-type")));
    }

    @Test
    @Rule({"R-OBJ-01", "S-11", "S-13"})
    void advertisingIsNoPurposeOfASchool() {
        assertThat(PurposeRules.refusal(draft("ADVERTISING", LawfulBasis.CONSENT, true, NOTICE), TODAY))
                .contains(new Refused.CategoryNotAllowed("ADVERTISING"));
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        PurposeDraft draft = new PurposeDraft(
                "ADVERTISING",
                LawfulBasis.CONTRACT,
                "Điều 1",
                new SafeguardsDraft("QT-07/2026", "position.deputy-head", NAME, TODAY, NAME),
                false,
                null,
                List.of(new DataCategory("blood-type", NAME, true)),
                List.of(),
                PeriodKind.SCHOOL_YEAR,
                LocalDate.of(2026, 9, 5),
                LocalDate.of(2026, 9, 4),
                Map.of("vi", NOTICE));

        assertThat(PurposeRules.refusals(draft, TODAY))
                .containsExactly(
                        new Refused.CategoryNotAllowed("ADVERTISING"),
                        new Refused.NoticeIncomplete(List.of("notices.en")),
                        new Refused.EndsBeforeItBegins(),
                        new Refused.SensitiveNotFlagged(List.of("blood-type")),
                        new Refused.ReviewNotAhead(TODAY));
    }

    @Test
    @Rule({"R-EXC-01", "R-EXC-02"})
    void processingWithoutConsentNeedsSafeguardsAndNoTextForChildren() {
        NoticeDraft forNoChild = new NoticeDraft("a", "b", "c", "d", "e", "f", "g", "h", "i", "k", null);
        PurposeDraft watched = draft("EDUCATION", LawfulBasis.STATE_AGENCY_OPERATION, true, forNoChild);

        assertThat(PurposeRules.refusal(watched, TODAY)).isEmpty();
        assertThat(PurposeRules.refusal(watched, TODAY.plusDays(1)))
                .contains(new Refused.ReviewNotAhead(TODAY.plusDays(1)));
        assertThat(PurposeRules.content(watched).safeguards())
                .isEqualTo(new Safeguards("QT-07/2026", "position.deputy-head", NAME, TODAY.plusDays(1), NAME));
        assertThat(PurposeRules.content(draft("EDUCATION", LawfulBasis.CONSENT, true, NOTICE))
                        .safeguards())
                .isNull();
    }

    @Test
    void aFurtherLanguageIsWholeOrRefused() {
        PurposeDraft draft = new PurposeDraft(
                "EDUCATION",
                LawfulBasis.CONSENT,
                null,
                null,
                true,
                null,
                List.of(new DataCategory("blood-type", NAME, true)),
                List.of(new Recipient("sector-database", Map.of("vi", "a", "en", "b", "hmn", "c"))),
                PeriodKind.SCHOOL_YEAR,
                LocalDate.of(2026, 9, 5),
                LocalDate.of(2027, 5, 31),
                Map.of("vi", NOTICE, "en", NOTICE, "km", WITHOUT_RISKS));

        assertThat(PurposeRules.missing(draft))
                .containsExactly(
                        "dataCategories[0].name.hmn",
                        "dataCategories[0].name.km",
                        "recipients[0].name.km",
                        "notices.hmn",
                        "notices.km.risks",
                        "notices.km.childText");
    }

    @Test
    void schoolYearTurnsOnTheFirstOfAugust() {
        assertThat(PeriodKind.SCHOOL_YEAR.periodOn(LocalDate.of(2026, 7, 31))).isEqualTo("2025-2026");
        assertThat(PeriodKind.SCHOOL_YEAR.periodOn(LocalDate.of(2026, 8, 1))).isEqualTo("2026-2027");
        assertThat(PeriodKind.OPEN_ENDED.periodOn(LocalDate.of(2026, 8, 1))).isEqualTo("open-ended");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(keys("/messages/consent_en.properties")).isEqualTo(keys("/messages/consent.properties"));
        assertThat(keys("/messages/catalogue_en.properties"))
                .isNotEmpty()
                .isEqualTo(keys("/messages/catalogue.properties"));
    }

    private static Set<Object> keys(String file) {
        Properties texts = new Properties();
        try (var in = PurposeRulesTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.keySet();
    }

    private static PurposeDraft draft(String category, LawfulBasis basis, boolean sensitive, NoticeDraft notice) {
        return new PurposeDraft(
                category,
                basis,
                "Điều 1",
                SAFEGUARDS,
                sensitive,
                null,
                List.of(new DataCategory("blood-type", NAME, true)),
                List.of(new Recipient("sector-database", NAME)),
                PeriodKind.SCHOOL_YEAR,
                LocalDate.of(2026, 9, 5),
                LocalDate.of(2027, 5, 31),
                Map.of("vi", notice, "en", notice));
    }
}
