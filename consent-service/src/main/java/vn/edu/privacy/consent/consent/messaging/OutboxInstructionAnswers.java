package vn.edu.privacy.consent.consent.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.InstructionAnswers;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
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

    private Mono<Void> tell(UUID studentId, String type, Object data) {
        return outbox.append(new OutgoingEvent(Topics.DECISIONS, studentId.toString(), type, data));
    }
}
