package vn.edu.privacy.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.edu.privacy.platform.testing.Rule;

/** Each kind of change alone, what it is called and whether it asks for new consents. */
class PurposeDifferenceTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 7, 31);
    private static final DataCategory HEIGHT = new DataCategory("height", Map.of("vi", "Chiều cao"), false);
    private static final DataCategory ALLERGY = new DataCategory("allergies", Map.of("vi", "Dị ứng"), true);
    private static final Recipient BUS = new Recipient("bus", Map.of("vi", "Công ty xe"));
    private static final Recipient CLINIC = new Recipient("clinic", Map.of("vi", "Trạm y tế"));
    private static final NoticeText NOTICE = new NoticeText("a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l");
    private static final Safeguards SAFEGUARDS =
            new Safeguards("QT-07", "position.head", Map.of("vi", "m"), UNTIL, Map.of("vi", "c"));
    private static final Parts BEFORE = new Parts(
            PurposeCategory.EDUCATION,
            LawfulBasis.CONSENT,
            "Điều 1",
            SAFEGUARDS,
            true,
            List.of(HEIGHT, ALLERGY),
            List.of(BUS),
            PeriodKind.SCHOOL_YEAR,
            FROM,
            UNTIL,
            Map.of("vi", NOTICE, "km", NOTICE));

    static Stream<Case> cases() {
        DataCategory tall = new DataCategory("height", Map.of("vi", "Vóc dáng"), false);
        DataCategory heightSensitive = new DataCategory("height", HEIGHT.name(), true);
        DataCategory allergyPlain = new DataCategory("allergies", ALLERGY.name(), false);
        Recipient renamed = new Recipient("bus", Map.of("vi", "Công ty xe Hoa Sen"));
        NoticeText reworded = new NoticeText("a", "b", "c", "d", "e2", "f", "g", "h", "i", "k", "l");
        Safeguards later =
                new Safeguards("QT-07", "position.head", Map.of("vi", "m"), UNTIL.plusDays(1), Map.of("vi", "c"));
        return Stream.of(
                asks(
                        parts -> parts.aim(PurposeCategory.MANAGEMENT),
                        new PurposeChange.AimChanged(PurposeCategory.EDUCATION, PurposeCategory.MANAGEMENT),
                        "category"),
                asks(
                        parts -> parts.basis(LawfulBasis.CONTRACT),
                        new PurposeChange.BasisChanged(LawfulBasis.CONSENT, LawfulBasis.CONTRACT),
                        "lawfulBasis"),
                asks(
                        parts -> parts.categories(List.of(HEIGHT, ALLERGY, new DataCategory("x", Map.of(), false))),
                        new PurposeChange.CategoryAdded(new DataCategory("x", Map.of(), false)),
                        "dataCategories"),
                asks(
                        parts -> parts.categories(List.of(heightSensitive, ALLERGY)),
                        new PurposeChange.CategoryNowSensitive(heightSensitive),
                        "dataCategories"),
                asks(
                        parts -> parts.sensitive(true),
                        BEFORE.sensitive(false),
                        new PurposeChange.NowSensitive(),
                        "sensitive"),
                asks(
                        parts -> parts.recipients(List.of(CLINIC, BUS)),
                        new PurposeChange.RecipientAdded(CLINIC),
                        "recipients"),
                asks(
                        parts -> parts.from(FROM.minusDays(1)),
                        new PurposeChange.BeginsEarlier(FROM, FROM.minusDays(1)),
                        "processingFrom"),
                asks(
                        parts -> parts.until(UNTIL.plusDays(1)),
                        new PurposeChange.KeptLonger(UNTIL, UNTIL.plusDays(1)),
                        "processingUntil"),
                asks(
                        parts -> parts.period(PeriodKind.OPEN_ENDED),
                        new PurposeChange.PeriodChanged(PeriodKind.SCHOOL_YEAR, PeriodKind.OPEN_ENDED),
                        "periodKind"),
                keeps(
                        parts -> parts.categories(List.of(HEIGHT)),
                        new PurposeChange.CategoryRemoved(ALLERGY),
                        "dataCategories"),
                keeps(
                        parts -> parts.categories(List.of(ALLERGY, tall)),
                        new PurposeChange.CategoryRenamed(HEIGHT, tall),
                        "dataCategories"),
                keeps(
                        parts -> parts.categories(List.of(HEIGHT, allergyPlain)),
                        new PurposeChange.CategoryNoLongerSensitive(allergyPlain),
                        "dataCategories"),
                keeps(parts -> parts.sensitive(false), new PurposeChange.NoLongerSensitive(), "sensitive"),
                keeps(parts -> parts.recipients(List.of()), new PurposeChange.RecipientRemoved(BUS), "recipients"),
                keeps(
                        parts -> parts.recipients(List.of(renamed)),
                        new PurposeChange.RecipientRenamed(BUS, renamed),
                        "recipients"),
                keeps(
                        parts -> parts.from(FROM.plusDays(1)),
                        new PurposeChange.BeginsLater(FROM, FROM.plusDays(1)),
                        "processingFrom"),
                keeps(
                        parts -> parts.until(UNTIL.minusDays(1)),
                        new PurposeChange.KeptShorter(UNTIL, UNTIL.minusDays(1)),
                        "processingUntil"),
                keeps(
                        parts -> parts.provision("Điều 2"),
                        new PurposeChange.ProvisionChanged("Điều 1", "Điều 2"),
                        "legalReference"),
                keeps(parts -> parts.safeguards(later), new PurposeChange.SafeguardsChanged(), "safeguards"),
                keeps(
                        parts -> parts.notices(Map.of("vi", NOTICE, "km", NOTICE, "hmn", NOTICE)),
                        new PurposeChange.LanguageAdded("hmn"),
                        "notices.hmn"),
                keeps(
                        parts -> parts.notices(Map.of("vi", NOTICE)),
                        new PurposeChange.LanguageRemoved("km"),
                        "notices.km"),
                keeps(
                        parts -> parts.notices(Map.of("vi", reworded, "km", NOTICE)),
                        new PurposeChange.Reworded("vi", NoticeItem.RISKS, "e", "e2"),
                        "notices.vi.risks"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Rule("R-NOT-05")
    void eachChangeIsNamedAndJudged(Case each) {
        PurposeDifference difference = PurposeDifference.between(
                PurposeDraft.of(each.before().content()),
                PurposeDraft.of(each.change().apply(each.before()).content()));

        assertThat(difference.changes()).containsExactly(each.expected());
        assertThat(each.expected().asksAgain()).isEqualTo(each.asksAgain());
        assertThat(difference.asksAgain()).isEqualTo(each.asksAgain());
        assertThat(difference.fieldsAskingAgain()).isEqualTo(each.asksAgain() ? List.of(each.field()) : List.of());
        assertThat(each.expected().field()).isEqualTo(each.field());
    }

    @Test
    void everyKindOfChangeIsTried() {
        Set<Class<?>> tried = cases().map(each -> each.expected().getClass()).collect(Collectors.toSet());
        // both ways of it, and the silence before, are tried by whetherPrivateLifeIsDisclosedAsksAgainBothWays
        tried.add(PurposeChange.DisclosureChanged.class);

        assertThat(tried).containsExactlyInAnyOrder(PurposeChange.class.getPermittedSubclasses());
    }

    @Test
    @Rule("R-NOT-05")
    void oneChangeThatAsksAgainAmongManyAsksAgainAndComesFirst() {
        PurposeDifference difference = PurposeDifference.between(
                PurposeDraft.of(BEFORE.content()),
                PurposeDraft.of(BEFORE.until(UNTIL.minusDays(9))
                        .categories(List.of(HEIGHT))
                        .recipients(List.of(BUS, CLINIC))
                        .content()));

        assertThat(difference.asksAgain()).isTrue();
        assertThat(difference.changes()).first().isEqualTo(new PurposeChange.RecipientAdded(CLINIC));
        assertThat(difference.changes()).hasSize(3);
    }

    @Test
    void nothingChangedIsNoDifferenceInWhateverOrderItIsWritten() {
        PurposeDifference difference = PurposeDifference.between(
                PurposeDraft.of(BEFORE.content()),
                PurposeDraft.of(BEFORE.categories(List.of(ALLERGY, HEIGHT)).content()));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.asksAgain()).isFalse();
    }

    /** What says nothing of it counts as disclosing, so that nobody is asked too little. */
    @Test
    @Rule({"R-NOT-05", "R-CH-11"})
    void whetherPrivateLifeIsDisclosedAsksAgainBothWays() {
        PurposeDraft silent = PurposeDraft.of(BEFORE.content());
        PurposeDraft discloses = PurposeDraft.of(BEFORE.content(true));
        PurposeDraft keeps = PurposeDraft.of(BEFORE.content(false));

        assertThat(PurposeDifference.between(silent, discloses).isEmpty()).isTrue();
        for (PurposeDraft disclosing : List.of(silent, discloses)) {
            assertThat(PurposeDifference.between(disclosing, keeps).changes())
                    .containsExactly(new PurposeChange.DisclosureChanged(true, false));
            assertThat(PurposeDifference.between(keeps, disclosing).changes())
                    .containsExactly(new PurposeChange.DisclosureChanged(false, true));
            assertThat(PurposeDifference.between(keeps, disclosing).fieldsAskingAgain())
                    .containsExactly("disclosesPrivateLife");
            assertThat(PurposeDifference.between(disclosing, keeps).asksAgain()).isTrue();
        }
    }

    @Test
    void whatADraftDoesNotSayYetIsNotCompared() {
        PurposeDraft empty = new PurposeDraft(
                null,
                null,
                "Điều 1",
                PurposeDraft.SafeguardsDraft.of(SAFEGUARDS),
                null,
                null,
                BEFORE.categories(),
                BEFORE.recipients(),
                null,
                null,
                null,
                PurposeDraft.of(BEFORE.content()).notices());

        assertThat(PurposeDifference.between(PurposeDraft.of(BEFORE.content()), empty)
                        .isEmpty())
                .isTrue();
    }

    private static Case asks(UnaryOperator<Parts> change, PurposeChange expected, String field) {
        return asks(change, BEFORE, expected, field);
    }

    private static Case asks(UnaryOperator<Parts> change, Parts before, PurposeChange expected, String field) {
        return new Case(before, change, expected, field, true);
    }

    private static Case keeps(UnaryOperator<Parts> change, PurposeChange expected, String field) {
        return new Case(BEFORE, change, expected, field, false);
    }

    record Case(Parts before, UnaryOperator<Parts> change, PurposeChange expected, String field, boolean asksAgain) {
        @Override
        public String toString() {
            return expected.toString();
        }
    }

    /** A version that can be changed part by part. */
    record Parts(
            PurposeCategory aim,
            LawfulBasis basis,
            String provision,
            Safeguards safeguards,
            boolean sensitive,
            List<DataCategory> categories,
            List<Recipient> recipients,
            PeriodKind period,
            LocalDate from,
            LocalDate until,
            Map<String, NoticeText> notices) {
        Parts aim(PurposeCategory other) {
            return new Parts(
                    other,
                    basis,
                    provision,
                    safeguards,
                    sensitive,
                    categories,
                    recipients,
                    period,
                    from,
                    until,
                    notices);
        }

        Parts basis(LawfulBasis other) {
            return new Parts(
                    aim, other, provision, safeguards, sensitive, categories, recipients, period, from, until, notices);
        }

        Parts provision(String other) {
            return new Parts(
                    aim, basis, other, safeguards, sensitive, categories, recipients, period, from, until, notices);
        }

        Parts safeguards(Safeguards other) {
            return new Parts(
                    aim, basis, provision, other, sensitive, categories, recipients, period, from, until, notices);
        }

        Parts sensitive(boolean other) {
            return new Parts(
                    aim, basis, provision, safeguards, other, categories, recipients, period, from, until, notices);
        }

        Parts categories(List<DataCategory> other) {
            return new Parts(
                    aim, basis, provision, safeguards, sensitive, other, recipients, period, from, until, notices);
        }

        Parts recipients(List<Recipient> other) {
            return new Parts(
                    aim, basis, provision, safeguards, sensitive, categories, other, period, from, until, notices);
        }

        Parts period(PeriodKind other) {
            return new Parts(
                    aim, basis, provision, safeguards, sensitive, categories, recipients, other, from, until, notices);
        }

        Parts from(LocalDate other) {
            return new Parts(
                    aim,
                    basis,
                    provision,
                    safeguards,
                    sensitive,
                    categories,
                    recipients,
                    period,
                    other,
                    until,
                    notices);
        }

        Parts until(LocalDate other) {
            return new Parts(
                    aim, basis, provision, safeguards, sensitive, categories, recipients, period, from, other, notices);
        }

        Parts notices(Map<String, NoticeText> other) {
            return new Parts(
                    aim, basis, provision, safeguards, sensitive, categories, recipients, period, from, until, other);
        }

        PurposeContent content() {
            return content(null);
        }

        PurposeContent content(@Nullable Boolean discloses) {
            return new PurposeContent(
                    aim,
                    basis,
                    provision,
                    safeguards,
                    sensitive,
                    discloses,
                    categories,
                    recipients,
                    period,
                    from,
                    until,
                    notices);
        }
    }
}
