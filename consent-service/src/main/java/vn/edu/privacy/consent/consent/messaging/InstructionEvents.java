package vn.edu.privacy.consent.consent.messaging;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.ApplyInstructedWithdrawal;
import vn.edu.privacy.contracts.events.WithdrawalInstructedV1;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;

/** Carries out what people confirmed at notification-service. Types of later releases are left to later releases. */
final class InstructionEvents implements EventHandler {
    private final ApplyInstructedWithdrawal withdrawals;
    private final JsonMapper json;

    InstructionEvents(ApplyInstructedWithdrawal withdrawals, JsonMapper json) {
        this.withdrawals = withdrawals;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        if (!event.type().equals(WithdrawalInstructedV1.TYPE)) {
            return Mono.empty();
        }
        WithdrawalInstructedV1 instructed = event.as(WithdrawalInstructedV1.class, json);
        return withdrawals.apply(new ApplyInstructedWithdrawal.Instruction(
                instructed.requestId(),
                instructed.studentId(),
                instructed.requester(),
                instructed.items().stream()
                        .map(item -> new ApplyInstructedWithdrawal.Item(item.purpose(), item.seqs()))
                        .toList(),
                instructed.confirmedAt()));
    }
}
