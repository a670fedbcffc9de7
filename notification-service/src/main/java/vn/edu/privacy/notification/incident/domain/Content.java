package vn.edu.privacy.notification.incident.domain;

import java.util.List;

/** The parts of what is told of a violation, in words. */
public enum Content {
    /** What was done. */
    ACT,
    /** Where. */
    PLACE,
    /** Which organisations and persons took part. */
    PARTIES,
    /** How many people and records. */
    QUANTITY,
    /** How it came to be detected. */
    DETECTION,
    /** Possible consequences: severity and risks. */
    CONSEQUENCES,
    /** What was done against it and will be. */
    MEASURES,
    /** What people can do to protect themselves. */
    GUIDANCE;

    /** What the authority is told; times, kinds of data and the officer's contact stand elsewhere (R-BR-03). */
    public static final List<Content> FOR_AUTHORITY = List.of(ACT, PLACE, PARTIES, QUANTITY, CONSEQUENCES, MEASURES);

    /** What people are told, at least (R-BR-11). */
    public static final List<Content> FOR_PEOPLE = List.of(DETECTION, CONSEQUENCES, MEASURES, GUIDANCE);
}
