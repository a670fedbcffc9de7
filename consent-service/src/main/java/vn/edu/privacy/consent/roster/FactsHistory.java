package vn.edu.privacy.consent.roster;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/**
 * What the roster said of a student, version by version; never changed, only added to. Once the student was erased, no
 * version tells the birth date or the login any more.
 */
public interface FactsHistory {
    /** Every version kept of a student, oldest first; none when the student is unknown. Joins the transaction. */
    Flux<Version> of(UUID studentId);

    /**
     * What was known of a student from an instant on, until the next version.
     *
     * @param number 1, 2, …; the oldest one kept is not 1 where the student was known before versions were kept
     * @param recordedAt from when on it was known
     * @param facts ids and dates; the names of classes are not kept
     */
    record Version(long number, Instant recordedAt, StudentFacts facts) {}
}
