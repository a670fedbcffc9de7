package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.contracts.events.DecisionRecordedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.contracts.events.WithdrawalAppliedV1;
import vn.edu.privacy.contracts.events.WithdrawalInstructedV1;
import vn.edu.privacy.contracts.events.WithdrawalRefusedV1;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** A withdrawal confirmed at the other service, from its command on Kafka to the next check and the event that answers. */
@RealParts
class InstructedWithdrawalIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    private School school;
    private String purpose;
    private Child child;
    private Topic answers;
    private @Nullable Instant confirmedAt;

    @BeforeEach
    void aFatherGave() {
        school = School.at(port);
        purpose = "bus-" + UUID.randomUUID().toString().substring(0, 8);
        school.publish(purpose).expectStatus().isCreated();
        child = school.child(5);
        give(child.father());
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
        answers = new Topic(Topics.DECISIONS, child.id());
    }

    @AfterEach
    void done() {
        answers.close();
    }

    @Test
    @Rule({"R-WD-04", "R-CH-04", "R-CH-22"})
    void theMothersCommandWithdrawsWhatTheFatherGaveAndIsAnswered() {
        UUID request = instruct(child.mother(), purpose, 1L);
        JsonNode applied = answer(WithdrawalAppliedV1.TYPE, request);
        assertThat(applied.get("seq").asLong()).isEqualTo(2);
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
        assertThat(answers.events(DecisionRecordedV1.TYPE)).last().satisfies(decision -> {
            assertThat(decision.get("decision").asString()).isEqualTo("WITHDRAWN");
            assertThat(decision.get("party").asString())
                    .isEqualTo(child.mother().toString());
            assertThat(decision.get("requestId").asString()).isEqualTo(request.toString());
            assertThat(decision.get("previousAnswer").asString()).isEqualTo("PERMIT");
            assertThat(decision.get("answer").asString()).isEqualTo("DENY");
        });
    }

    @Test
    void aCommandDeliveredTwiceIsCarriedOutOnce() {
        UUID request = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        send(request, child.mother(), purpose, event, 1L);
        send(request, child.mother(), purpose, event, 1L);
        UUID after = instruct(UUID.randomUUID(), purpose, 1L);
        answer(WithdrawalRefusedV1.TYPE, after);
        assertThat(answers.events(WithdrawalAppliedV1.TYPE)).hasSize(1);
        assertThat(answers.events(DecisionRecordedV1.TYPE)).hasSize(2);
    }

    @Test
    void aLateCommandLeavesTheRequestersNewerConsentAlone() {
        confirmedAt = Instant.now();
        give(child.father());
        UUID request = instruct(child.father(), purpose, 1L);
        assertThat(answer(WithdrawalRefusedV1.TYPE, request).get("reason").asString())
                .isEqualTo("NEWER_DECISION");
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
    }

    @Test
    void aConsentThatTheOtherServiceHadNotHeardOfIsWithdrawnToo() {
        give(child.father());
        confirmedAt = Instant.now();
        UUID request = instruct(child.father(), purpose, 1L);
        answer(WithdrawalAppliedV1.TYPE, request);
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("DENY");
    }

    @Test
    void whoHasNoAuthorityAndWhatIsUnknownIsRefusedWithTheReason() {
        UUID stranger = instruct(UUID.randomUUID(), purpose, 1L);
        assertThat(answer(WithdrawalRefusedV1.TYPE, stranger).get("reason").asString())
                .isEqualTo("NO_AUTHORITY");
        UUID unknown = instruct(child.mother(), "no-such-purpose", 1L);
        assertThat(answer(WithdrawalRefusedV1.TYPE, unknown).get("reason").asString())
                .isEqualTo("UNKNOWN_PURPOSE");
        assertThat(school.check(child, purpose).get("answer").asString()).isEqualTo("PERMIT");
    }

    private void give(UUID parent) {
        school.decide(child, parent, Role.GUARDIAN, purpose, "GIVEN")
                .expectStatus()
                .isCreated();
    }

    private UUID instruct(UUID requester, String code, Long... seqs) {
        UUID request = UUID.randomUUID();
        send(request, requester, code, UUID.randomUUID(), seqs);
        return request;
    }

    private void send(UUID request, UUID requester, String code, UUID event, Long... seqs) {
        Topic.send(
                Topics.INSTRUCTIONS,
                child.id(),
                WithdrawalInstructedV1.TYPE,
                new WithdrawalInstructedV1(
                        request,
                        child.id(),
                        requester,
                        List.of(new WithdrawalInstructedV1.Item(code, 1, List.of(seqs))),
                        confirmedAt == null ? Instant.now() : confirmedAt),
                event);
    }

    private JsonNode answer(String type, UUID request) {
        return await().atMost(SOON)
                .until(
                        () -> answers.events(type).stream()
                                .filter(event ->
                                        event.get("requestId").asString().equals(request.toString()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
