package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.consent.domain.Terms;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * Makes the terms that a record is measured against.
 *
 * @param childDecidesFromAge of the regime upheld (R-CH-02)
 * @param adultFromAge of the regime upheld (R-CH-24)
 */
public record RecordTerms(int childDecidesFromAge, int adultFromAge) {
    private static final int SCHOOL_YEAR_ENDS_IN = 8;

    /** The sides that must decide on a day (Asia/Ho_Chi_Minh), the same for every purpose that needs consent. */
    public Set<Side> requiredSides(StudentFacts facts, LocalDate day) {
        Terms ages = new Terms(
                facts.schoolId(), 1, Instant.MAX, childDecidesFromAge, adultFromAge, Terms.Standing.NORMAL, 0);
        return ConsentRules.requiredSides(facts, ages, day);
    }

    Terms of(RecordKey key, PublishedPurpose purpose, Terms.Standing standing, long reconfirmAfter) {
        LocalDate end = purpose.processingUntil().plusDays(1);
        if (!key.period().equals("open-ended")) {
            int lastYear = Integer.parseInt(key.period().substring(key.period().indexOf('-') + 1));
            LocalDate yearEnds = LocalDate.of(lastYear, SCHOOL_YEAR_ENDS_IN, 1);
            end = end.isBefore(yearEnds) ? end : yearEnds;
        }
        return new Terms(
                key.schoolId(),
                purpose.lastMajorVersion(),
                end.atStartOfDay(ConsentRules.ZONE).toInstant(),
                childDecidesFromAge,
                adultFromAge,
                standing,
                reconfirmAfter);
    }
}
