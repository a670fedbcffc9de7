package vn.edu.privacy.consent.consent.messaging;

import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.ApplyInstructedErasure;
import vn.edu.privacy.consent.consent.application.ApplyInstructedRestriction;
import vn.edu.privacy.consent.consent.application.ApplyInstructedWithdrawal;
import vn.edu.privacy.consent.consent.application.Erasure;
import vn.edu.privacy.contracts.events.ErasureInstructedV1;
import vn.edu.privacy.contracts.events.RestrictionInstructedV1;
import vn.edu.privacy.contracts.events.WithdrawalInstructedV1;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Carries out what people confirmed at notification-service. Types of later releases are left to later releases. */
final class InstructionEvents implements EventHandler {
    private final ApplyInstructedWithdrawal withdrawals;
    private final ApplyInstructedRestriction restrictions;
    private final ApplyInstructedErasure erasures;
    private final JsonMapper json;

    InstructionEvents(
            ApplyInstructedWithdrawal withdrawals,
            ApplyInstructedRestriction restrictions,
            ApplyInstructedErasure erasures,
            JsonMapper json) {
        this.withdrawals = withdrawals;
        this.restrictions = restrictions;
        this.erasures = erasures;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case WithdrawalInstructedV1.TYPE ->
                withdrawals.apply(withdrawal(event.as(WithdrawalInstructedV1.class, json)));
            case RestrictionInstructedV1.TYPE ->
                restrictions.apply(restriction(event.as(RestrictionInstructedV1.class, json)));
            case ErasureInstructedV1.TYPE -> erasures.apply(erasure(event.as(ErasureInstructedV1.class, json)));
            default -> Mono.empty();
        };
    }

    private static ApplyInstructedWithdrawal.Instruction withdrawal(WithdrawalInstructedV1 instructed) {
        return new ApplyInstructedWithdrawal.Instruction(
                instructed.requestId(),
                instructed.studentId(),
                instructed.requester(),
                instructed.items().stream()
                        .map(item -> new ApplyInstructedWithdrawal.Item(item.purpose(), item.seqs()))
                        .toList(),
                instructed.confirmedAt());
    }

    private static ApplyInstructedRestriction.Instruction restriction(RestrictionInstructedV1 instructed) {
        return new ApplyInstructedRestriction.Instruction(
                instructed.requestId(),
                instructed.studentId(),
                instructed.requester(),
                known(instructed.action(), "RESTRICT", "LIFT"),
                known(instructed.cause(), "OBJECTION", "RESTRICTION"),
                instructed.everyPurpose(),
                instructed.purposes(),
                instructed.confirmedAt());
    }

    private static ApplyInstructedErasure.Instruction erasure(ErasureInstructedV1 instructed) {
        return new ApplyInstructedErasure.Instruction(
                instructed.requestId(),
                instructed.studentId(),
                instructed.requester(),
                asking(instructed),
                Erasure.Scope.valueOf(instructed.scope()),
                instructed.purpose(),
                Erasure.Ground.valueOf(instructed.ground()),
                instructed.risksAccepted(),
                instructed.approvedBy());
    }

    private static UUID asking(ErasureInstructedV1 instructed) {
        UUID requester = instructed.requester();
        UUID officer = instructed.officer();
        if ((requester == null) == (officer == null)) {
            throw new IllegalArgumentException("either a requester or an officer asks for an erasure");
        }
        return requester == null ? Objects.requireNonNull(officer) : requester;
    }

    /** Which of two; anything else goes to the dead letters rather than being taken for one of them. */
    private static boolean known(String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException("neither " + yes + " nor " + no);
        }
        return value.equals(yes);
    }
}
