package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every erasure of one student so far. consent-service reads it back before it serves anybody and carries out again what
 * a restored database has forgotten; the topic keeps the newest event of each student for ever.
 *
 * @param studentId about whom
 * @param erasures all of them, oldest first
 */
public record ErasureJournalV1(UUID studentId, List<Erasure> erasures) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.erasure.journal.v1";

    /**
     * One erasure.
     *
     * @param requestId the data subject request
     * @param scope PURPOSE or STUDENT
     * @param purpose the purpose; absent for STUDENT
     * @param ground as it was instructed
     * @param askedBy person id of the requester or officer
     * @param erasedAt when it was first carried out
     */
    public record Erasure(
            UUID requestId, String scope, @Nullable String purpose, String ground, UUID askedBy, Instant erasedAt) {}
}
