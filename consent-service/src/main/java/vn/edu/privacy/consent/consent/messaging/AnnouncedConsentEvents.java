package vn.edu.privacy.consent.consent.messaging;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.RecordNews;
import vn.edu.privacy.consent.announcement.RecordNews.Conflict;
import vn.edu.privacy.consent.consent.application.ConsentEvents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.RecordKey;
import vn.edu.privacy.consent.consent.application.StoredRecord;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;

/** Besides the other services, has the people told whom the change concerns (R-CH-22, R-CH-25). */
final class AnnouncedConsentEvents implements ConsentEvents {
    private final ConsentEvents events;
    private final RecordNews news;

    AnnouncedConsentEvents(ConsentEvents events, RecordNews news) {
        this.events = events;
        this.news = news;
    }

    @Override
    public Mono<Void> recorded(LedgerEntry entry, Evaluation after, Answer before) {
        Mono<Void> told = events.recorded(entry, after, before);
        return after.state() == ConsentState.CONFLICT
                ? told.then(conflict(entry.key(), entry.recordId(), entry.seq(), entry.decidedAt()))
                : told;
    }

    @Override
    public Mono<Void> changed(
            StoredRecord record, ConsentState state, Answer answer, Answer before, Cause cause, Instant at) {
        Mono<Void> told = events.changed(record, state, answer, before, cause, at);
        if (state == ConsentState.CONFLICT) {
            return told.then(conflict(record.key(), record.recordId(), record.lastSeq(), at));
        }
        return before == Answer.PERMIT ? told.then(ended(record.key(), cause, at)) : told;
    }

    @Override
    public Mono<Void> withdrawalApplied(UUID requestId, LedgerEntry entry) {
        return events.withdrawalApplied(requestId, entry);
    }

    @Override
    public Mono<Void> withdrawalRefused(
            UUID requestId, UUID studentId, String purpose, WithdrawalRefusal why, Instant at) {
        return events.withdrawalRefused(requestId, studentId, purpose, why, at);
    }

    private Mono<Void> conflict(RecordKey key, UUID recordId, long seq, Instant at) {
        return news.conflict(new Conflict(key.studentId(), recordId, seq, key.schoolId(), key.purpose()), at);
    }

    /** Ends by time were told beforehand, other ends by whoever brought them about. */
    private Mono<Void> ended(RecordKey key, Cause cause, Instant at) {
        return switch (cause) {
            case ROSTER -> news.endedByRoster(key.studentId(), key.schoolId(), at);
            case NOTICE -> news.endedByNotice(key.studentId(), key.purpose(), at);
            default -> Mono.empty();
        };
    }
}
