package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import vn.edu.privacy.contracts.law.Regime;

/**
 * What a record is measured against, beside the facts about the student.
 *
 * @param schoolId the controller
 * @param majorVersion the purpose's newest MAJOR version; older consents are stale
 * @param ends from when on the record is past its end
 * @param parties who must decide at which age (R-CH-02, R-CH-21, R-CH-24)
 * @param discloses whether the purpose publishes or discloses private life (R-CH-11)
 * @param reconfirmAfter entries up to this seq bring no PERMIT any more, since facts were put right in between; 0 when
 *     they were not
 */
public record Terms(
        String schoolId,
        int majorVersion,
        Instant ends,
        Regime.Parties parties,
        boolean discloses,
        long reconfirmAfter) {

    /** Whether a minor who is old enough decides beside the guardians, and not they alone (R-CH-11, R-CH-20). */
    boolean minorAsked() {
        return discloses || parties.dualConsentScope() == Regime.DualConsentScope.ALL_PURPOSES;
    }

    Terms reconfirmAfter(long seq) {
        return new Terms(schoolId, majorVersion, ends, parties, discloses, seq);
    }
}
