package vn.edu.privacy.consent.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.edu.privacy.consent.consent.domain.Case.FATHER;
import static vn.edu.privacy.consent.consent.domain.Case.MOTHER;
import static vn.edu.privacy.consent.consent.domain.Case.SCHOOL;
import static vn.edu.privacy.consent.consent.domain.Case.START;
import static vn.edu.privacy.consent.consent.domain.Case.STUDENT;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.GIVEN;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.REFUSED;
import static vn.edu.privacy.consent.consent.domain.DecisionKind.WITHDRAWN;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.contracts.law.Birthdays;
import vn.edu.privacy.platform.testing.Rule;

/** The cases that consent-rules lists, one by one. */
class ConsentRulesTest {
    private static final LocalDate D1 = START;
    private static final LocalDate D2 = START.plusDays(1);
    private static final LocalDate D3 = START.plusDays(2);
    private static final LocalDate D9 = START.plusDays(8);

    @Test
    @Rule({"R-CH-02", "R-CH-22"})
    void belowSevenAGuardianSuffices() {
        Case six = Case.aged(6).decides(MOTHER, GIVEN, D1);
        assertThat(six.stateOn(D2)).isEqualTo(ConsentState.GIVEN);
        assertThat(six.on(D2).answer()).isEqualTo(Answer.PERMIT);
    }

    @Test
    @Rule({"R-CH-02", "R-CH-25"})
    void theSeventhBirthdayAsksTheChildOnTheInstant() {
        Case child = Case.born(D9.minusYears(7)).decides(MOTHER, GIVEN, D1);
        assertThat(child.on(D9.minusDays(1)).answer()).isEqualTo(Answer.PERMIT);
        assertThat(child.on(D9.minusDays(1)).permitUntil())
                .isEqualTo(D9.atStartOfDay(ConsentRules.ZONE).toInstant());
        assertThat(child.stateOn(D9)).isEqualTo(ConsentState.AWAITING_PARTY);
        assertThat(child.on(D9).missing()).containsExactly(Side.STUDENT);
        assertThat(child.decides(STUDENT, GIVEN, D9).stateOn(D9.plusDays(1))).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule({"R-CH-02", "R-CH-21", "R-CH-26"})
    void fromSevenBothMustAgreeInEitherOrder() {
        assertThat(Case.aged(10)
                        .decides(STUDENT, GIVEN, D1)
                        .decides(MOTHER, REFUSED, D2)
                        .stateOn(D3))
                .isEqualTo(ConsentState.REFUSED);
        assertThat(Case.aged(10)
                        .decides(MOTHER, REFUSED, D1)
                        .decides(STUDENT, GIVEN, D2)
                        .stateOn(D3))
                .isEqualTo(ConsentState.REFUSED);
        assertThat(Case.aged(10)
                        .decides(STUDENT, REFUSED, D1)
                        .decides(MOTHER, GIVEN, D2)
                        .stateOn(D3))
                .isEqualTo(ConsentState.REFUSED);
        assertThat(Case.aged(10)
                        .decides(MOTHER, GIVEN, D1)
                        .decides(STUDENT, GIVEN, D2)
                        .stateOn(D3))
                .isEqualTo(ConsentState.GIVEN);
        assertThat(Case.aged(16).decides(MOTHER, GIVEN, D1).stateOn(D3)).isEqualTo(ConsentState.AWAITING_PARTY);
    }

    @Test
    @Rule("R-CH-22")
    void parentsWhoDisagreeAreAConflict() {
        assertThat(Case.aged(5)
                        .decides(FATHER, GIVEN, D1)
                        .decides(MOTHER, REFUSED, D2)
                        .stateOn(D3))
                .isEqualTo(ConsentState.CONFLICT);
    }

    @Test
    @Rule({"R-CH-04", "R-CH-12", "R-CH-22"})
    void oneParentsWithdrawalEndsWhatTheOtherGaveAndTheOtherCannotLiftIt() {
        Case child = Case.aged(5).decides(FATHER, GIVEN, D1).decides(MOTHER, WITHDRAWN, D2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(child.decides(FATHER, GIVEN, D3).stateOn(D9)).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(child.decides(MOTHER, GIVEN, D9).stateOn(D9)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void theEndOfARefusingGuardiansRelationAsksAgain() {
        Case child = Case.aged(5)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, REFUSED, D2)
                .ends(MOTHER, D9);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.CONFLICT);
        assertThat(child.stateOn(D9)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
        assertThat(child.decides(FATHER, GIVEN, D9.plusDays(1)).stateOn(D9.plusDays(2)))
                .isEqualTo(ConsentState.GIVEN);
    }

    @Test
    void theEndOfTheOnlyGivingGuardiansRelationAsksTheOthers() {
        Case child = Case.aged(10)
                .decides(STUDENT, GIVEN, D1)
                .decides(FATHER, GIVEN, D2)
                .ends(FATHER, D9);
        assertThat(child.on(D3).answer()).isEqualTo(Answer.PERMIT);
        assertThat(child.stateOn(D9)).isEqualTo(ConsentState.AWAITING_PARTY);
        assertThat(child.on(D9).missing()).containsExactly(Side.GUARDIAN);
    }

    @Test
    @Rule("R-CH-23")
    void aSuspendedGuardianDoesNotCountAndComingBackBringsNoPermit() {
        Case child = Case.aged(5).decides(MOTHER, GIVEN, D1).suspended(MOTHER, D3, D9);
        assertThat(child.on(D2).answer()).isEqualTo(Answer.PERMIT);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.REQUESTED);
        assertThat(child.stateOn(D9)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
    }

    @Test
    @Rule("R-CH-02")
    void withoutAnyGuardianNobodyCanAgreeForASmallChild() {
        assertThat(Case.aged(5).withoutGuardians().stateOn(D1)).isEqualTo(ConsentState.NOT_ASKED);
        assertThat(Case.aged(10).withoutGuardians().decides(STUDENT, GIVEN, D1).stateOn(D2))
                .isEqualTo(ConsentState.AWAITING_PARTY);
    }

    @Test
    @Rule("R-CH-12")
    void aStudentWhoWithdrawsBeforeTheGuardianAnswersHasWithdrawn() {
        assertThat(Case.aged(10)
                        .decides(STUDENT, GIVEN, D1)
                        .decides(STUDENT, WITHDRAWN, D2)
                        .stateOn(D3))
                .isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    @Rule({"R-CH-24", "R-CH-25"})
    void atEighteenTheStudentsOwnDecisionStands() {
        LocalDate birth = D9.minusYears(18);
        assertThat(Case.born(birth)
                        .decides(MOTHER, GIVEN, D1)
                        .decides(STUDENT, GIVEN, D2)
                        .stateOn(D9))
                .isEqualTo(ConsentState.GIVEN);
        assertThat(Case.born(birth)
                        .decides(MOTHER, REFUSED, D1)
                        .decides(STUDENT, GIVEN, D2)
                        .stateOn(D9))
                .isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
        assertThat(Case.born(birth).decides(MOTHER, GIVEN, D1).stateOn(D9)).isEqualTo(ConsentState.REQUESTED);
    }

    @Test
    @Rule("R-CH-03")
    void anUnknownOrUnverifiedBirthDateNeverPermits() {
        assertThat(Case.born(null)
                        .decides(MOTHER, GIVEN, D1)
                        .decides(STUDENT, GIVEN, D2)
                        .on(D3))
                .satisfies(answer -> {
                    assertThat(answer.state()).isEqualTo(ConsentState.AWAITING_PARTY);
                    assertThat(answer.reminderMayHelp()).isFalse();
                });
        assertThat(Case.aged(5).unverified().decides(MOTHER, GIVEN, D1).on(D3).answer())
                .isEqualTo(Answer.DENY);
    }

    @Test
    @Rule("R-CH-25")
    void bornOnTheTwentyNinthOfFebruaryTheMoreProtectiveDayCounts() {
        LocalDate leapling = LocalDate.of(2020, 2, 29);
        assertThat(Birthdays.childDecidesOn(leapling, 7)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Birthdays.adultOn(leapling, 18)).isEqualTo(LocalDate.of(2038, 3, 1));
        assertThat(Birthdays.adultOn(LocalDate.of(2008, 3, 12), 18)).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    @Rule("R-CON-09")
    void leavingTheSchoolEndsTheRecordAndComingBackBringsNoPermit() {
        Case child = Case.aged(5)
                .decides(MOTHER, GIVEN, D1)
                .enrolled(
                        new Enrolment(SCHOOL, "1A", LocalDate.of(2020, 1, 1), D3),
                        new Enrolment(SCHOOL, "1B", D9, null));
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.GIVEN);
        assertThat(child.stateOn(D3)).isEqualTo(ConsentState.EXPIRED);
        assertThat(child.stateOn(D9)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
    }

    @Test
    @Rule("R-NOT-05")
    void aMajorVersionMakesStale() {
        assertThat(Case.aged(5).decides(MOTHER, GIVEN, D1).major(2).stateOn(D2)).isEqualTo(ConsentState.STALE);
    }

    @Test
    @Rule("R-CON-07")
    void onlyWhatEverySideGrantedMayBeCollected() {
        Evaluation answer = Case.aged(10)
                .decides(MOTHER, GIVEN, D1, Set.of("height", "allergies"), true)
                .decides(STUDENT, GIVEN, D2, Set.of("height"), true)
                .on(D3);
        assertThat(answer.categories()).containsExactly("height");
    }

    @Test
    void aCorrectionOfFactsHoldsOlderDecisionsBack() {
        Case child = Case.aged(5).decides(MOTHER, GIVEN, D1).reconfirmAfter(1);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.AWAITING_RECONFIRMATION);
        assertThat(child.decides(MOTHER, GIVEN, D3).stateOn(D3)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule({"R-NOT-05", "R-CH-22"})
    void oneParentsRenewalUnderAMajorVersionSuffices() {
        Case child = Case.aged(5)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, GIVEN, D1)
                .major(2);
        assertThat(child.stateOn(D2)).isEqualTo(ConsentState.STALE);
        assertThat(child.decides(MOTHER, GIVEN, D3).stateOn(D3)).isEqualTo(ConsentState.GIVEN);
    }

    @Test
    @Rule("R-CH-25")
    void aBirthdayDoesNotWidenWhatIsPermitted() {
        Case student = Case.born(D9.minusYears(18))
                .decides(MOTHER, GIVEN, D1, Set.of("height"), true)
                .decides(STUDENT, GIVEN, D2);
        assertThat(student.on(D9.minusDays(1)).categories()).containsExactly("height");
        assertThat(student.on(D9).categories()).containsExactly("height");
        assertThat(student.decides(STUDENT, GIVEN, D9.plusDays(1))
                        .on(D9.plusDays(1))
                        .categories())
                .containsExactlyInAnyOrder("height", "allergies");
    }

    @Test
    @Rule({"R-WD-01", "R-WD-06"})
    void thePastIsReadWithoutLookingAhead() {
        LocalDate birth = START.minusYears(5);
        Case child = Case.born(birth)
                .decides(FATHER, GIVEN, D1)
                .decides(MOTHER, WITHDRAWN, D3)
                .ends(MOTHER, D9);
        assertThat(child.on(D2).permitUntil())
                .isEqualTo(birth.plusYears(7).atStartOfDay(ConsentRules.ZONE).toInstant());
    }
}
