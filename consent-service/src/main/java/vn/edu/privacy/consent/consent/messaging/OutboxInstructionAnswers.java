package vn.edu.privacy.consent.consent.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.Erasure;
import vn.edu.privacy.consent.consent.application.InstructionAnswers;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.contracts.events.ErasureAppliedV1;
import vn.edu.privacy.contracts.events.ErasureJournalV1;
import vn.edu.privacy.contracts.events.ErasureRefusedV1;
import vn.edu.privacy.contracts.events.RestrictionAppliedV1;
import vn.edu.privacy.contracts.events.RestrictionRefusedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Answers instructions by the outbox, keyed by student. */
final class OutboxInstructionAnswers implements InstructionAnswers {
    private final Outbox outbox;

    OutboxInstructionAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> restrictionApplied(UUID requestId, LedgerEntry entry) {
        return tell(
                entry.key().studentId(),
                RestrictionAppliedV1.TYPE,
                new RestrictionAppliedV1(
                        requestId,
                        entry.key().studentId(),
                        entry.key().schoolId(),
                        entry.key().purpose(),
                        action(entry.kind() == EntryKind.RESTRICTED),
                        entry.decisionId(),
                        entry.seq(),
                        entry.decidedAt()));
    }

    @Override
    public Mono<Void> restrictionRefused(
            UUID requestId,
            UUID studentId,
            @Nullable String purpose,
            boolean imposed,
            RestrictionRefusal why,
            Instant at) {
        return tell(
                studentId,
                RestrictionRefusedV1.TYPE,
                new RestrictionRefusedV1(requestId, studentId, purpose, action(imposed), why.name(), at));
    }

    private static String action(boolean imposed) {
        return imposed ? "RESTRICT" : "LIFT";
    }

    @Override
    public Mono<Void> erasuresNoted(UUID studentId, List<Erasure> all) {
        List<ErasureJournalV1.Erasure> noted = all.stream()
                .map(erasure -> new ErasureJournalV1.Erasure(
                        erasure.requestId(),
                        erasure.scope().name(),
                        erasure.purpose(),
                        erasure.ground().name(),
                        erasure.askedBy(),
                        erasure.erasedAt()))
                .toList();
        return outbox.append(new OutgoingEvent(
                Topics.ERASURES, studentId.toString(), ErasureJournalV1.TYPE, new ErasureJournalV1(studentId, noted)));
    }

    @Override
    public Mono<Void> erasureApplied(Erasure erasure) {
        return tell(
                erasure.studentId(),
                ErasureAppliedV1.TYPE,
                new ErasureAppliedV1(
                        erasure.requestId(),
                        erasure.studentId(),
                        erasure.scope().name(),
                        erasure.purpose(),
                        erasure.erasedAt()));
    }

    @Override
    public Mono<Void> erasureRefused(
            UUID requestId,
            UUID studentId,
            Erasure.Scope scope,
            @Nullable String purpose,
            ErasureRefusal why,
            Instant at) {
        return tell(
                studentId,
                ErasureRefusedV1.TYPE,
                new ErasureRefusedV1(requestId, studentId, scope.name(), purpose, why.name(), at));
    }

    private Mono<Void> tell(UUID studentId, String type, Object data) {
        return outbox.append(new OutgoingEvent(Topics.DECISIONS, studentId.toString(), type, data));
    }
}
