package vn.edu.privacy.consent.consent.application;

import java.time.LocalDate;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Terms;
import vn.edu.privacy.consent.purpose.PublishedPurpose;

/**
 * Makes the terms that a record is measured against.
 *
 * @param childDecidesFromAge of the regime upheld (R-CH-02)
 * @param adultFromAge of the regime upheld (R-CH-24)
 */
public record RecordTerms(int childDecidesFromAge, int adultFromAge) {
    private static final int SCHOOL_YEAR_ENDS_IN = 8;

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
