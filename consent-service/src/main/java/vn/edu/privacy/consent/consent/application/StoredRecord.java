package vn.edu.privacy.consent.consent.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;

/**
 * A record as the projection holds it.
 *
 * @param key what it is about
 * @param recordId its opaque id
 * @param state as last written
 * @param answer as last written
 * @param answerUntil until when a PERMIT holds without anybody deciding
 * @param lastSeq the newest entry about it
 * @param reconfirmAfter entries up to this seq bring no PERMIT any more
 */
public record StoredRecord(
        RecordKey key,
        UUID recordId,
        ConsentState state,
        Answer answer,
        @Nullable Instant answerUntil,
        long lastSeq,
        long reconfirmAfter) {

    /** A record of which nobody has said anything. */
    static StoredRecord begun(RecordKey key, UUID recordId) {
        return new StoredRecord(key, recordId, ConsentState.NOT_ASKED, Answer.DENY, null, 0, 0);
    }

    /** The answer at an instant: a PERMIT ends by itself. */
    public Answer answerAt(Instant at) {
        return answer == Answer.PERMIT && answerUntil != null && !at.isBefore(answerUntil) ? Answer.DENY : answer;
    }

    /** The record after an entry. */
    StoredRecord after(long seq, Evaluation evaluation) {
        return new StoredRecord(
                key, recordId, evaluation.state(), evaluation.answer(), evaluation.permitUntil(), seq, reconfirmAfter);
    }

    /** The record when what was said up to now brings no PERMIT any more. */
    StoredRecord askingAnew() {
        return new StoredRecord(key, recordId, state, answer, answerUntil, lastSeq, lastSeq);
    }
}
