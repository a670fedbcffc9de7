package vn.edu.privacy.consent.consent.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.contracts.law.Birthdays;
import vn.edu.privacy.contracts.law.Regime;

/** Who must decide at which age. */
final class RequiredSides {
    private RequiredSides() {}

    /**
     * Below 7 the guardians, from 7 both, from 18 the student (R-CH-02, R-CH-24), at 16 and 17 as the regime says
     * (R-CH-21); unknown age: both, in vain (R-CH-03). Where both are asked only about private life that is published or
     * disclosed, the guardians alone decide about the rest (R-CH-10, R-CH-11).
     */
    static Set<Side> on(LocalDate day, StudentFacts facts, Terms terms) {
        Regime.Parties parties = terms.parties();
        LocalDate birth = facts.birthDate();
        if (birth == null || !facts.birthDateVerified()) {
            return EnumSet.allOf(Side.class);
        }
        if (!day.isBefore(aloneOn(birth, parties))) {
            return EnumSet.of(Side.STUDENT);
        }
        boolean oldEnough = !day.isBefore(Birthdays.childDecidesOn(birth, parties.childDecidesFromAge()));
        return oldEnough && terms.minorAsked() ? EnumSet.allOf(Side.class) : EnumSet.of(Side.GUARDIAN);
    }

    /** The birthdays that change who must decide. */
    static Set<LocalDate> changes(LocalDate birth, Regime.Parties parties) {
        return Set.of(Birthdays.childDecidesOn(birth, parties.childDecidesFromAge()), aloneOn(birth, parties));
    }

    private static LocalDate aloneOn(LocalDate birth, Regime.Parties parties) {
        boolean guardiansToo = parties.minor16to17() == Regime.Minor16To17.DUAL;
        return Birthdays.adultOn(birth, guardiansToo ? parties.adultFromAge() : Regime.Minor16To17.FROM_AGE);
    }
}
