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
     * (R-CH-21); unknown age: both, in vain (R-CH-03).
     */
    static Set<Side> on(LocalDate day, StudentFacts facts, Regime.Parties parties) {
        LocalDate birth = facts.birthDate();
        if (birth == null || !facts.birthDateVerified()) {
            return EnumSet.allOf(Side.class);
        }
        if (!day.isBefore(aloneOn(birth, parties))) {
            return EnumSet.of(Side.STUDENT);
        }
        return day.isBefore(Birthdays.childDecidesOn(birth, parties.childDecidesFromAge()))
                ? EnumSet.of(Side.GUARDIAN)
                : EnumSet.allOf(Side.class);
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
