package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that was carried out.
 *
 * @param studentId whose data
 * @param requestId the data subject request
 * @param scope how much
 * @param purpose the purpose, when it was about one
 * @param ground why
 * @param askedBy the requester or the officer
 * @param erasedAt when it was first carried out
 */
public record Erasure(
        UUID studentId,
        UUID requestId,
        Scope scope,
        @Nullable String purpose,
        Ground ground,
        UUID askedBy,
        Instant erasedAt) {

    /** Whether that request has had it carried out, on that purpose or on the whole student. */
    boolean answers(UUID request, @Nullable String code) {
        return requestId.equals(request) && Objects.equals(purpose, code);
    }

    /** Whether it is about that purpose's records. */
    boolean covers(String code) {
        return scope == Scope.STUDENT || code.equals(purpose);
    }

    /** How much is erased. */
    public enum Scope {
        /** What was said in words on one purpose. */
        PURPOSE,
        /** Everything personal about the student. */
        STUDENT
    }

    /** Why data is erased (Decree 13 art. 16.1, Law 91 art. 14.1). */
    public enum Ground {
        /** The purpose is served, and the person accepts what may follow (art. 16.1.a). */
        NO_LONGER_NEEDED,
        /** The consent was withdrawn (b). */
        WITHDRAWN,
        /** The person objected (c). */
        OBJECTED,
        /** It was processed unlawfully or off its purpose (d). */
        UNLAWFUL,
        /** A law requires it (đ). */
        REQUIRED_BY_LAW,
        /** A competent authority requires it (art. 20.3). */
        AUTHORITY;

        /** Whether a requester must have accepted the damage that may follow. */
        boolean atOwnRisk() {
            return this == NO_LONGER_NEEDED || this == WITHDRAWN || this == OBJECTED;
        }
    }
}
