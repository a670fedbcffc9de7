package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Terms.Standing;

/**
 * A record as the projection holds it.
 *
 * @param key what it is about
 * @param recordId its opaque id
 * @param state as last written
 * @param answer as last written
 * @param answerUntil until when a PERMIT holds without anybody deciding
 * @param lastSeq the newest decision on it
 * @param standing what an authority or a request imposed
 * @param reconfirmAfter decisions up to this seq bring no PERMIT any more
 */
public record StoredRecord(
        RecordKey key,
        UUID recordId,
        ConsentState state,
        Answer answer,
        @Nullable Instant answerUntil,
        long lastSeq,
        Standing standing,
        long reconfirmAfter) {

    /** The answer at an instant: a PERMIT ends by itself. */
    public Answer answerAt(Instant at) {
        return answer == Answer.PERMIT && answerUntil != null && !at.isBefore(answerUntil) ? Answer.DENY : answer;
    }
}
