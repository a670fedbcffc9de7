package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;

/**
 * What a record is measured against, beside the facts about the student.
 *
 * @param schoolId the controller
 * @param majorVersion the purpose's newest MAJOR version; older consents are stale
 * @param ends from when on the record is past its end
 * @param childDecidesFromAge full years from which the child decides too (R-CH-02)
 * @param adultFromAge full years from which the student alone decides (R-CH-24)
 * @param standing what an authority or a request imposed
 * @param reconfirmAfter decisions up to this seq bring no PERMIT any more, since a correction of facts stood between; 0
 *     when there was none
 */
public record Terms(
        String schoolId,
        int majorVersion,
        Instant ends,
        int childDecidesFromAge,
        int adultFromAge,
        Standing standing,
        long reconfirmAfter) {

    /** What overrides the parties' decisions. */
    public enum Standing {
        /** Nothing. */
        NORMAL,
        /** Restricted on request (art. 9.6). */
        RESTRICTED,
        /** Ended by order of an authority (art. 11.9). */
        ENDED
    }
}
