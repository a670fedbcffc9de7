package vn.edu.privacy.notification.holder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An instruction to stop processing a student's data for a purpose.
 *
 * @param id the same on every attempt
 * @param holder code of the holder or recipient
 * @param studentId about whom
 * @param purpose the purpose
 * @param dataCategories what is no longer to be processed
 * @param requestId the withdrawal that it carries out
 * @param dueBy the stricter of the deadlines
 */
public record StopInstruction(
        UUID id,
        String holder,
        UUID studentId,
        String purpose,
        List<String> dataCategories,
        UUID requestId,
        Instant dueBy) {
    public StopInstruction {
        dataCategories = List.copyOf(dataCategories);
    }
}
