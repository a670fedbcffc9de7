package vn.edu.privacy.contracts.events;

/**
 * Kafka topics. The message key is the student id, or the purpose code on {@link #PURPOSES}, or the service on
 * {@link #CHECKPOINTS}; on {@link #NOTICES} it is the campaign or the school where no single student is concerned.
 */
public final class Topics {
    /** Students, their birth dates and their guardians, as dated facts from the sector database. */
    public static final String ROSTER = "roster.students.v1";

    /** Published and retired purposes with their consequences and recipients. */
    public static final String PURPOSES = "consent.purposes.v1";

    /** Decisions, applied and refused withdrawals, changed records. */
    public static final String DECISIONS = "consent.decisions.v1";

    /** Signed roots over the ledger's chains, for whoever bears witness; keyed by service. */
    public static final String CHECKPOINTS = "consent.checkpoints.v1";

    /** Who was erased, for consent-service itself to read back when it starts; compacted. */
    public static final String ERASURES = "consent.erasures.v1";

    /** What notification-service tells consent-service to do on behalf of a person. */
    public static final String INSTRUCTIONS = "rights.instructions.v1";

    /** The course of data subject requests. */
    public static final String REQUESTS = "rights.requests.v1";

    /** Whom to tell of a matter of consent. */
    public static final String NOTICES = "notices.v1";

    private Topics() {}
}
