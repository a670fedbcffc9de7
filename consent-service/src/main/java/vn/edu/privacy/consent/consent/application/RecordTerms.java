package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.consent.domain.Terms;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.contracts.law.Regime;

/**
 * Makes the terms that a record is measured against.
 *
 * @param parties who must decide at which age, by the law in force and the regimes upheld with it (R-CH-02, R-CH-24)
 */
public record RecordTerms(Regime.Parties parties) {
    private static final int SCHOOL_YEAR_ENDS_IN = 8;

    /** The sides that must decide about a purpose that needs consent, on a day (Asia/Ho_Chi_Minh). */
    public Set<Side> requiredSides(StudentFacts facts, PublishedPurpose purpose, LocalDate day) {
        return requiredSides(facts, purpose.discloses(), day);
    }

    /** The sides that must decide about any purpose that needs consent, on a day (Asia/Ho_Chi_Minh). */
    public Set<Side> requiredSides(StudentFacts facts, LocalDate day) {
        return requiredSides(facts, true, day);
    }

    private Set<Side> requiredSides(StudentFacts facts, boolean discloses, LocalDate day) {
        return ConsentRules.requiredSides(
                facts, new Terms(facts.schoolId(), 1, Instant.MAX, parties, discloses, 0), day);
    }

    /**
     * The terms of a record.
     *
     * @param key what it is about
     * @param purpose the version that it is measured against
     * @param reconfirmAfter as the projection holds it
     */
    public Terms of(RecordKey key, PublishedPurpose purpose, long reconfirmAfter) {
        Instant end = endOf(purpose);
        if (!key.period().equals("open-ended")) {
            int lastYear = Integer.parseInt(key.period().substring(key.period().indexOf('-') + 1));
            Instant yearEnds = startOf(LocalDate.of(lastYear, SCHOOL_YEAR_ENDS_IN, 1));
            end = end.isBefore(yearEnds) ? end : yearEnds;
        }
        return new Terms(key.schoolId(), purpose.lastMajorVersion(), end, parties, purpose.discloses(), reconfirmAfter);
    }

    /** From when on nothing may be processed for a purpose, whatever the record. */
    static Instant endOf(PublishedPurpose purpose) {
        return startOf(purpose.processingUntil().plusDays(1));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ConsentRules.ZONE).toInstant();
    }
}
