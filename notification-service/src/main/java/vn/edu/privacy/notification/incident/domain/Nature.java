package vn.edu.privacy.notification.incident.domain;

/** What kind of violation it is. Each is told of in the same way, use outside the purpose and rights denied included (R-BR-06). */
public enum Nature {
    /** Data came to people who may not have it. */
    DISCLOSURE,
    /** Somebody got in, or looked without being allowed to. */
    UNAUTHORISED_ACCESS,
    /** Data was lost or destroyed. */
    LOSS,
    /** Data was changed. */
    ALTERATION,
    /** Data was collected without a right to, by a form of somebody's own for instance. */
    UNAUTHORISED_COLLECTION,
    /** Data was used for something else (Decree 13 art. 23.6). */
    OFF_PURPOSE,
    /** A person's rights were not ensured (Decree 13 art. 23.6). */
    RIGHTS_NOT_ENSURED,
    /** Something else. */
    OTHER
}
