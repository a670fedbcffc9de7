package vn.edu.privacy.notification.incident.domain;

import java.util.List;

/** Why something cannot be done about a violation. */
public final class IncidentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final List<String> missing;

    /** For this reason. */
    public IncidentRefused(Reason reason) {
        this(reason, List.of());
    }

    /** For this reason, with the codes of what is missing. */
    public IncidentRefused(Reason reason, List<? extends Enum<?>> missing) {
        super(reason.name());
        this.reason = reason;
        this.missing = missing.stream().<String>map(Enum::name).toList();
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Codes of what is missing; empty where nothing is. */
    public List<String> missing() {
        return missing;
    }

    /** The reasons there are. */
    public enum Reason {
        /** There is no such violation, or the caller may not know of it. */
        UNKNOWN_INCIDENT,
        /** It has moved on since the caller saw it. */
        STALE,
        /** It is in a state that does not allow it. */
        WRONG_STATE,
        /** Its times contradict each other, or lie in the future. */
        TIMES_CONTRADICT,
        /** What is told late needs the reasons (R-BR-01). */
        LATE_REASONS_MISSING,
        /** Parts of what has to be told are not known yet (R-BR-03, R-BR-11). */
        CONTENTS_MISSING,
        /** Steps are still to be taken before it is closed. */
        STEPS_OUTSTANDING,
        /** Whoever recorded the remedy does not close the file. */
        SAME_PERSON,
        /** The step was recorded before. */
        STEP_RECORDED,
        /** Nothing says whose data it is. */
        NOBODY_NAMED,
        /** Nobody was found who could be told. */
        NOBODY_FOUND,
        /** The people are being told, or were. */
        ALREADY_TOLD
    }
}
