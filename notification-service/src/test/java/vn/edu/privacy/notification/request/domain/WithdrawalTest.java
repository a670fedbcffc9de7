package vn.edu.privacy.notification.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.testing.Rule;

class WithdrawalTest {
    private static final Instant T0 = Instant.parse("2026-11-24T07:00:00Z");
    private static final Facts FACTS = new Facts(
            UUID.randomUUID(), "YC-2026-000001", UUID.randomUUID(), UUID.randomUUID(), "hoa-sen", T0, "LAW91_2025");

    private final Withdrawal.Received received = new Withdrawal.AwaitingConfirmation(
                    FACTS, List.of(WithdrawnPurpose.shown("bus", 2), WithdrawnPurpose.shown("photos", 1)))
            .confirm(Map.of("bus", List.of(5L, 6L), "photos", List.of(9L)));

    @Test
    void theConfirmationNamesTheDecisionsWithdrawn() {
        assertThat(received.purposes())
                .extracting(WithdrawnPurpose::seqs)
                .containsExactly(List.of(5L, 6L), List.of(9L));
    }

    @Test
    void itIsInEffectOnlyWhenEveryPurposeIs() {
        Withdrawal half = received.applied("bus", T0.plusSeconds(2));

        assertThat(half.state()).isEqualTo(RequestState.RECEIVED);
        assertThat(((Withdrawal.Received) half).applied("photos", T0.plusSeconds(1)))
                .isEqualTo(new Withdrawal.InEffect(
                        FACTS,
                        List.of(
                                new WithdrawnPurpose("bus", 2, List.of(5L, 6L), T0.plusSeconds(2), null),
                                new WithdrawnPurpose("photos", 1, List.of(9L), T0.plusSeconds(1), null)),
                        T0.plusSeconds(2),
                        null));
    }

    @Test
    void onePurposeRefusedKeepsTheWholeFromBeingCalledInEffect() {
        Withdrawal.NotInEffect refused = received.refused("bus", "NO_AUTHORITY");

        assertThat(refused.applied("photos", T0).state()).isEqualTo(RequestState.NOT_IN_EFFECT);
        assertThat(refused.refused("photos", "NEWER_DECISION").reason()).isEqualTo("NO_AUTHORITY");
    }

    @Test
    @Rule("R-DL-06")
    void whatIsNotInEffectIsTriedAgainOrAnsweredForByAnOfficer() {
        Withdrawal.NotInEffect failed = received.refused("bus", "NO_AUTHORITY");
        Refusal refusal = new Refusal(RefusalGround.NO_AUTHORITY, "Không còn là người giám hộ.");
        assertThat(failed.isAnswered()).isFalse();
        Withdrawal again = failed.retry();
        assertThat(again).isEqualTo(received);

        Withdrawal.NotInEffect none = failed.refused("photos", "NEWER_DECISION");
        assertThat(none.isAnswered()).isTrue();
        assertThat(none.settle(refusal)).isInstanceOfSatisfying(Withdrawal.Refused.class, refused -> {
            assertThat(refused.isAppealable()).isTrue();
            assertThat(refused.reopen()).isEqualTo(none);
        });
        Withdrawal part = failed.applied("photos", T0).settle(refusal);
        assertThat(part.state()).isEqualTo(RequestState.IN_EFFECT);
        assertThat(part.refusal()).isEqualTo(refusal);
        assertThat(failed.applied("photos", T0).applied("bus", T0).retry().state())
                .as("consent-service applied it after all")
                .isEqualTo(RequestState.IN_EFFECT);
    }

    @Test
    void theSameEventAgainChangesNothing() {
        Withdrawal once = received.applied("bus", T0);

        assertThat(((Withdrawal.Received) once).applied("bus", T0.plusSeconds(9)))
                .isEqualTo(once);
    }

    @Test
    void aWithdrawalRecordedByConsentServiceIsInEffectSinceTheDecision() {
        Withdrawal.InEffect opened = Withdrawal.recorded(FACTS, new WithdrawnPurpose("bus", 2, List.of(7L), T0, null));

        assertThat(opened.since()).isEqualTo(T0);
        assertThat(opened.allStopped().state()).isEqualTo(RequestState.COMPLETED);
    }
}
