package vn.edu.privacy.notification.holder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instruction to a holder about a student's data of a purpose.
 *
 * @param id the same on every attempt
 * @param holder code of the holder or recipient
 * @param action what it is to do
 * @param studentId about whom
 * @param purpose the purpose
 * @param dataCategories of which data; all of the purpose's when empty
 * @param corrections what RECTIFY puts right; empty otherwise
 * @param schoolId the school on whose behalf the holder has the data
 * @param requestId the request that it carries out; absent when the law asks for it and no person did
 * @param dueBy the stricter of the deadlines
 */
public record Instruction(
        UUID id,
        String holder,
        Action action,
        UUID studentId,
        String purpose,
        List<String> dataCategories,
        List<Correction> corrections,
        String schoolId,
        @Nullable UUID requestId,
        Instant dueBy) {
    public Instruction {
        dataCategories = List.copyOf(dataCategories);
        corrections = List.copyOf(corrections);
    }

    /** The same for another request and deadline. */
    public Instruction naming(@Nullable UUID request, Instant due) {
        return new Instruction(
                id, holder, action, studentId, purpose, dataCategories, corrections, schoolId, request, due);
    }

    /** The same with what it puts right. */
    public Instruction correcting(List<Correction> toPutRight) {
        return new Instruction(
                id, holder, action, studentId, purpose, dataCategories, toPutRight, schoolId, requestId, dueBy);
    }
}
