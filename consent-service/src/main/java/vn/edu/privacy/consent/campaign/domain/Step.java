package vn.edu.privacy.consent.campaign.domain;

import java.time.Instant;

/**
 * One occasion on which a campaign speaks to those whose answer is missing; to each of them once.
 *
 * @param kind invitation or reminder
 * @param name names it within the campaign
 */
public record Step(Kind kind, String name) {
    /** At the opening, and to who is asked later. */
    public static final Step INVITATION = new Step(Kind.INVITATION, "INVITATION");

    /** The reminder that many days before the deadline. */
    public static Step daysBefore(int days) {
        return new Step(Kind.REMINDER, "REMINDER-" + days);
    }

    /** The reminder that an officer asked for. */
    public static Step askedFor(Instant at) {
        return new Step(Kind.REMINDER, "ASKED-" + at.getEpochSecond());
    }

    /** What is said. */
    public enum Kind {
        INVITATION,
        REMINDER
    }
}
