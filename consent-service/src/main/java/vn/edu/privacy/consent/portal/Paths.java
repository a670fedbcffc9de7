package vn.edu.privacy.consent.portal;

import java.time.Instant;
import java.util.UUID;

/** Addresses of the family's pages; what does not look like an id or a code is no page. */
final class Paths {
    static final String CHILD = "/children/{studentId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    static final String LOOKED = CHILD + "/looked";
    static final String EMERGENCIES = CHILD + "/emergencies";
    static final String PURPOSE = CHILD + "/purposes/{code:[a-z0-9-]+}";
    static final String LIMITS = PURPOSE + "/limits";
    static final String WITHDRAWAL = PURPOSE + "/withdrawal";

    private static final String DECISION = "/{decisionId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    static final String REPRESENTATION_END = CHILD
            + "/representations/{representationId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/end";
    static final String WITHDRAWABLE = "/withdrawals";
    static final String WITHDRAWN = CHILD + "/withdrawals" + DECISION;
    static final String SITTING = "/sitting";
    static final String SITTING_SUMMARY = SITTING + "/summary";
    static final String RECEIPT = CHILD + "/receipts" + DECISION;

    private Paths() {}

    static String child(UUID studentId) {
        return "/children/" + studentId;
    }

    static String purpose(UUID studentId, String code) {
        return child(studentId) + "/purposes/" + code;
    }

    /** A purpose's page as one step of a sitting. */
    static String step(UUID studentId, String code, Instant began) {
        return purpose(studentId, code) + "?sitting=" + began.toEpochMilli();
    }

    static String summary(Instant began) {
        return SITTING_SUMMARY + "?sitting=" + began.toEpochMilli();
    }

    static String withdrawn(UUID studentId, UUID decisionId) {
        return child(studentId) + "/withdrawals/" + decisionId;
    }
}
