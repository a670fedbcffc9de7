package vn.edu.privacy.consent.paper.domain;

import java.util.Collection;

/** What has become of a batch of consents that a school already held. */
public enum BatchState {
    /** Entered; the sample is being compared with its evidence, and no consent of it counts. */
    SAMPLING,
    /** The whole sample was right: every line counts. */
    ACCEPTED,
    /** A line of the sample was wrong: no line counts. */
    REJECTED;

    /**
     * What the sample says so far.
     *
     * @param outcomes of the lines of the sample that were compared; true where the evidence says what the line says
     * @param size of the sample
     */
    public static BatchState of(Collection<Boolean> outcomes, int size) {
        if (outcomes.contains(false)) {
            return REJECTED;
        }
        return outcomes.size() == size ? ACCEPTED : SAMPLING;
    }
}
