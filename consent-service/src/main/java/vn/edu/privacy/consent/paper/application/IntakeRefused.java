package vn.edu.privacy.consent.paper.application;

import java.util.List;

/** Lines of a batch cannot be taken in; nothing of the batch is recorded. */
public final class IntakeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Line> lines;

    IntakeRefused(List<Line> lines) {
        super(lines.size() + " lines");
        this.lines = List.copyOf(lines);
    }

    /** Every line that was refused, by number. */
    public List<Line> lines() {
        return lines;
    }

    /**
     * A line that was refused.
     *
     * @param line its number, from 1
     * @param reason why
     */
    public record Line(int line, Reason reason) {}

    /** Why a line is refused. */
    public enum Reason {
        /** No such student at the school. */
        UNKNOWN_STUDENT,
        /** No such purpose in force, or one that needs no consent. */
        UNKNOWN_PURPOSE,
        /** The roster does not know the person as one who may act for the student today. */
        UNKNOWN_PARTY,
        /** The law does not ask this person today (R-CH-02, R-CH-24). */
        NOT_ASKED,
        /** A category that is not among the purpose's. */
        CATEGORY_UNKNOWN,
        /** On that day no law on consent was in force, or it has not come yet. */
        DATE_OUTSIDE_THE_LAW,
        /** The person has decided on the same day or since. */
        NEWER_DECISION
    }
}
