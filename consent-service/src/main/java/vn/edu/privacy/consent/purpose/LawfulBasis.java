package vn.edu.privacy.consent.purpose;

/** Why processing is lawful: consent, or an exception for which nobody is asked (Decree 13 art. 17, R-EXC-01). */
public enum LawfulBasis {
    /** The people concerned agree (art. 11). */
    CONSENT("Điều 11 Nghị định 13/2023/NĐ-CP"),
    /** Life or health in an emergency (art. 17.1). */
    VITAL_INTEREST("Điều 17.1 Nghị định 13/2023/NĐ-CP"),
    /** A law orders the data to be public (art. 17.2). */
    PUBLISHED_BY_LAW("Điều 17.2 Nghị định 13/2023/NĐ-CP"),
    /** A state agency in a state of emergency (art. 17.3). */
    STATE_EMERGENCY("Điều 17.3 Nghị định 13/2023/NĐ-CP"),
    /** A contract of the data subject, as a law provides (art. 17.4). */
    CONTRACT("Điều 17.4 Nghị định 13/2023/NĐ-CP"),
    /** A state agency's operation, as a sectoral law provides (art. 17.5). */
    STATE_AGENCY_OPERATION("Điều 17.5 Nghị định 13/2023/NĐ-CP");

    private final String article;

    LawfulBasis(String article) {
        this.article = article;
    }

    /** Whether people are asked at all. */
    public boolean needsConsent() {
        return this == CONSENT;
    }

    /** The article cited in answers; not translated. */
    public String article() {
        return article;
    }
}
