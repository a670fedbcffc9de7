package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is put before the officers of a school and its head.
 *
 * @param schoolId whose officers
 * @param kind what happened
 * @param requestId the request that it is about, or null
 * @param studentId the student that it is about, or null
 * @param purpose the purpose that it is about, or null
 * @param at when it happened
 */
public record OfficerOrder(
        String schoolId,
        NoticeKind kind,
        @Nullable UUID requestId,
        @Nullable UUID studentId,
        @Nullable String purpose,
        Instant at) {}
