package vn.edu.privacy.notification.look;

import java.util.UUID;

/**
 * Somebody looks, or tries to.
 *
 * @param studentId at whose data
 * @param requestId by which request
 * @param viewer the account of an officer, else the person
 * @param role as what they look
 * @param what at what
 */
public record Look(UUID studentId, UUID requestId, String viewer, Role role, What what) {
    /** Whether they might. */
    public boolean isAllowed() {
        return role != Role.OTHER;
    }

    /** As what somebody looks. */
    public enum Role {
        /** Who sent the request. */
        REQUESTER,
        /** An officer of the school. */
        SCHOOL_OFFICER,
        /** The data-protection officer. */
        DATA_PROTECTION_OFFICER,
        /** Somebody who has no right to, and was refused. */
        OTHER
    }

    /** What is looked at. */
    public enum What {
        /** The request itself. */
        REQUEST,
        /** What was gathered, before its release. */
        GATHERED_DATA,
        /** What was released to the requester. */
        PERSONAL_DATA
    }
}
