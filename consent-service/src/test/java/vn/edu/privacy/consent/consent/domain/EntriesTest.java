package vn.edu.privacy.consent.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.consent.domain.Case.FATHER;
import static vn.edu.privacy.consent.consent.domain.Case.MOTHER;
import static vn.edu.privacy.consent.consent.domain.Case.START;
import static vn.edu.privacy.consent.consent.domain.Case.STUDENT;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.GIVEN;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.REFUSED;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.WITHDRAWN;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.platform.testing.Rule;

/** What entries that are no decision do to a record: checks, settlements, orders, restrictions, corrections, limits. */
class EntriesTest {
    private static final LocalDate D1 = START;
    private static final LocalDate D2 = START.plusDays(1);
    private static final LocalDate D3 = START.plusDays(2);
    private static final LocalDate D4 = START.plusDays(3);
    private static final LocalDate D5 = START.plusDays(4);

    @Test
    @Rule("R-CON-10")
    void paperCountsOnceASecondPersonHasCheckedIt() {
        Case child = paper(Case.aged(5), MOTHER, GIVEN, D1);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.AWAITING_CHECK);
        child.checks(1, true, D3);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.AWAITING_CHECK);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void paperThatWasRejectedNeverCounts() {
        Case child = paper(Case.aged(5), MOTHER, GIVEN, D1).checks(1, false, D2);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.NOT_ASKED);
    }

    @Test
    @Rule({"R-CH-04", "R-WD-04"})
    void aWithdrawalOnPaperCountsAtOnce() {
        Case child = paper(Case.aged(5).decides(FATHER, GIVEN, D1), MOTHER, WITHDRAWN, D2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    @Rule("R-DEL-03")
    void agreementsBeforeAnErasureCountNoLongerAndOneMustAgreeAnew() {
        Case child = Case.aged(5).decides(FATHER, GIVEN, D1).erased(D2);
        assertThat(child.stateOn(D1)).isEqualTo(ConsentState.GIVEN);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.NOT_ASKED);
        assertThat(child.decides(MOTHER, GIVEN, D3).stateOn(D3)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule("R-CH-04")
    void anErasureLeavesWithdrawalsAndRefusalsStanding() {
        Case child = Case.aged(5)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, WITHDRAWN, D1)
                .erased(D2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(child.decides(FATHER, GIVEN, D3).stateOn(D3)).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void whatAnErasedAgreementHadReplacedIsNotBack() {
        Case child = Case.aged(5)
                .decides(MOTHER, WITHDRAWN, D1)
                .decides(MOTHER, GIVEN, D1)
                .erased(D2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.NOT_ASKED);
        assertThat(child.decides(FATHER, GIVEN, D3).stateOn(D3)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void rejectingARefusalOnPaperBringsNoPermitByItself() {
        Case child = paper(Case.aged(5).decides(FATHER, GIVEN, D1), MOTHER, REFUSED, D2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.CONFLICT);
        child.checks(2, false, D3);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
        assertThat(child.decides(FATHER, GIVEN, D4).stateOn(D4)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule("R-CH-22")
    void aCheckedDocumentSettlesAConflictUntilOneOfThemDecidesAnew() {
        Case child = Case.aged(5)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, REFUSED, D1)
                .settles(true, D2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.CONFLICT);
        child.checks(3, true, D3);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.GIVEN);
        assertThat(child.decides(MOTHER, REFUSED, D4).stateOn(D4)).isEqualTo(ConsentState.CONFLICT);
        assertThat(child.decides(MOTHER, WITHDRAWN, D5).stateOn(D5)).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    @Rule("R-CH-22")
    void aDocumentMaySettleForTheRefusal() {
        Case child = Case.aged(5)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, REFUSED, D1)
                .settles(false, D2)
                .checks(3, true, D3);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.REFUSED);
    }

    @Test
    @Rule({"R-CON-09", "R-CH-12"})
    void anAuthoritysOrderEndsTheRecordForGood() {
        Case child = Case.aged(5).decides(MOTHER, GIVEN, D1).ordered(D2);
        assertThat(child.stateOn(D1)).isEqualTo(ConsentState.GIVEN);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.ENDED);
        assertThat(child.decides(MOTHER, GIVEN, D3).stateOn(D3)).isEqualTo(ConsentState.ENDED);
    }

    @Test
    @Rule("R-WD-05")
    void aRestrictionHoldsUntilItsAskerLiftsIt() {
        Case child = Case.aged(5).decides(MOTHER, GIVEN, D1).restricts(FATHER, true, true, D2);
        assertThat(child.on(D2).answer()).isEqualTo(Answer.RESTRICTED);
        assertThat(child.decides(MOTHER, GIVEN, D3).on(D3).answer()).isEqualTo(Answer.RESTRICTED);
        assertThat(child.restricts(FATHER, false, true, D4).stateOn(D4)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void aRestrictionLiftedBySomebodyElseBringsNoPermit() {
        Case child = Case.aged(5)
                .decides(MOTHER, GIVEN, D1)
                .restricts(FATHER, true, true, D2)
                .restricts(FATHER, false, false, D3);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
    }

    @Test
    void everyAskerHasToLiftTheOwnRestriction() {
        Case child = Case.aged(10)
                .decides(MOTHER, GIVEN, D1)
                .decides(STUDENT, GIVEN, D1)
                .restricts(STUDENT, true, true, D2)
                .restricts(MOTHER, true, true, D2)
                .restricts(MOTHER, false, true, D3);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.RESTRICTED);
        assertThat(child.restricts(STUDENT, false, true, D4).stateOn(D4)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void aCorrectionHoldsForThePastButNotForWhatWasKnownThen() {
        Case child = paper(Case.aged(5), MOTHER, GIVEN, D1).checks(1, true, D1).corrects(1, REFUSED, D4);
        assertThat(child.on(D2, D2).state()).as("known on the second day").isEqualTo(ConsentState.GIVEN);
        assertThat(child.on(D2, D5).state()).as("true on the second day").isEqualTo(ConsentState.REFUSED);
        assertThat(child.stateOn(D5)).isEqualTo(ConsentState.REFUSED);
    }

    @Test
    void aCorrectionNeverBringsOrWidensAPermit() {
        Case refused = Case.aged(5).decides(FATHER, GIVEN, D1);
        paper(refused, MOTHER, REFUSED, D2).corrects(2, null, D3);
        assertThat(refused.stateOn(D3)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
        assertThat(refused.on(D2, D3).state()).as("true on the second day").isEqualTo(ConsentState.GIVEN);
        assertThat(refused.decides(MOTHER, GIVEN, D4).stateOn(D4)).isEqualTo(ConsentState.GIVEN);

        Case narrowed = Case.aged(5)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, GIVEN, D1, Set.of("height"), true)
                .corrects(2, null, D2);
        assertThat(narrowed.on(D2).categories()).containsExactly("height");
        assertThat(narrowed.decides(FATHER, GIVEN, D3).on(D3).categories())
                .containsExactlyInAnyOrder("height", "allergies");
    }

    @Test
    void aCorrectionMayBeCorrected() {
        Case child = paper(Case.aged(5), MOTHER, GIVEN, D1)
                .checks(1, true, D1)
                .corrects(1, REFUSED, D2)
                .corrects(1, GIVEN, D3);
        assertThat(child.stateOn(D3)).as("but brings no PERMIT").isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
        assertThat(child.on(D1, D3).state()).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule("R-CON-07")
    void whatAPartyGrantedUntilADayEndsWithThatDay() {
        Case child = Case.aged(10).decides(STUDENT, GIVEN, D1).grantsUntil(MOTHER, D3, D1);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.GIVEN);
        assertThat(child.on(D2).permitUntil())
                .isEqualTo(D4.atStartOfDay(ConsentRules.ZONE).toInstant());
        assertThat(child.stateOn(D4)).isEqualTo(ConsentState.EXPIRED);
        assertThat(child.decides(FATHER, GIVEN, D5).stateOn(D5)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule("R-CH-21")
    void atSixteenTheRegimeSaysWhoDecides() {
        for (Regime.Minor16To17 alone :
                new Regime.Minor16To17[] {Regime.Minor16To17.SELF, Regime.Minor16To17.SELF_WITH_PARENT_NOTICE}) {
            Case student = Case.born(D3.minusYears(16)).minor(alone).decides(STUDENT, GIVEN, D1);
            assertThat(student.stateOn(D2)).isEqualTo(ConsentState.AWAITING_PARTY);
            assertThat(student.stateOn(D3)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
            assertThat(student.decides(STUDENT, GIVEN, D4).stateOn(D4)).isEqualTo(ConsentState.GIVEN);
        }
        assertThat(Case.born(D3.minusYears(16)).decides(STUDENT, GIVEN, D4).stateOn(D5))
                .isEqualTo(ConsentState.AWAITING_PARTY);
    }

    private static Case paper(Case child, UUID party, DecisionKind kind, LocalDate day) {
        return child.decides(party, kind, day, Case.CATEGORIES, false);
    }
}
