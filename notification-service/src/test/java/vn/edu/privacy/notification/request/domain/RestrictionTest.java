package vn.edu.privacy.notification.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.edu.privacy.platform.testing.Rule;

/** Every order in which consent-service can answer for two purposes, applied, refused or twice. */
class RestrictionTest {
    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
    private static final Facts FACTS =
            new Facts(UUID.randomUUID(), "YC-2026-000001", UUID.randomUUID(), UUID.randomUUID(), "hoa-sen", NOW, "X");
    private static final Refusal REFUSAL = new Refusal(RefusalGround.LAW_PROHIBITS, "…");
    private static final List<String> PURPOSES = List.of("bus", "photo");

    @ParameterizedTest
    @EnumSource(names = {"RESTRICT", "OBJECT"})
    @Rule("R-RES-01")
    void isInEffectExactlyWhenEveryPurposeIsWhateverTheOrderOfAnswers(RequestType type) {
        for (List<Answer> answers : orders()) {
            Restriction after = received(type);
            for (Answer answer : answers) {
                after = told(after, answer);
            }
            boolean all = answers.stream().allMatch(Answer::applied);
            assertThat(after.state())
                    .as(answers.toString())
                    .isEqualTo(all ? RequestState.IN_EFFECT : RequestState.NOT_IN_EFFECT);
            assertThat(after.inEffectAt() != null).as(answers.toString()).isEqualTo(all);
            assertThat(after.type()).isEqualTo(type);
        }
    }

    @Test
    void sameAnswerTwiceChangesNothing() {
        for (List<Answer> answers : orders()) {
            Restriction after = received(RequestType.RESTRICT);
            for (Answer answer : answers) {
                after = told(after, answer);
                assertThat(told(after, answer)).isEqualTo(after);
            }
        }
    }

    @Test
    void whatIsInEffectInPartStaysSoWhenTheRestIsAnswered() {
        for (List<Answer> answers : orders()) {
            Restriction after = received(RequestType.RESTRICT);
            for (Answer answer : answers) {
                after = told(after, answer);
            }
            if (after instanceof Restriction.NotInEffect failed) {
                assertThat(failed.isAnswered()).isTrue();
                Restriction settled = failed.settle(REFUSAL);
                boolean some = answers.stream().anyMatch(Answer::applied);
                assertThat(settled.state()).isEqualTo(some ? RequestState.IN_EFFECT : RequestState.REFUSED);
                assertThat(settled.refusal()).isEqualTo(REFUSAL);
                assertThat(failed.retry().purposes()).allMatch(each -> each.refusal() == null);
            }
        }
    }

    @Test
    void liftedOnlyWhenNothingStaysRestricted() {
        Restriction.InEffect inEffect = new Restriction.InEffect(
                FACTS,
                RequestType.RESTRICT,
                PURPOSES.stream()
                        .map(code -> RestrictedPurpose.shown(code, 1).applied(NOW))
                        .toList(),
                NOW,
                null);
        assertThat(inEffect.lift().lifted("bus", NOW).state()).isEqualTo(RequestState.LIFTING);
        Restriction both = ((Restriction.Lifting) inEffect.lift().lifted("bus", NOW)).lifted("photo", NOW);
        assertThat(both.state()).isEqualTo(RequestState.LIFTED);
        Restriction half =
                ((Restriction.Lifting) inEffect.lift().lifted("bus", NOW)).notLifted("photo", "NO_AUTHORITY");
        assertThat(half.state()).isEqualTo(RequestState.IN_EFFECT);
        Restriction other =
                ((Restriction.Lifting) inEffect.lift().notLifted("photo", "NO_AUTHORITY")).lifted("bus", NOW);
        assertThat(other).isEqualTo(half);
        Restriction.Lifting again = ((Restriction.InEffect) half).lift();
        assertThat(again.state()).isEqualTo(RequestState.LIFTING);
        assertThat(again.lifted("photo", NOW).state()).isEqualTo(RequestState.LIFTED);
    }

    private static Restriction.Received received(RequestType type) {
        return new Restriction.AwaitingConfirmation(
                        FACTS,
                        type,
                        PURPOSES.stream()
                                .map(code -> RestrictedPurpose.shown(code, 1))
                                .toList())
                .confirm();
    }

    private static Restriction told(Restriction before, Answer answer) {
        return switch (before) {
            case Restriction.Received received ->
                answer.applied()
                        ? received.applied(answer.purpose(), NOW)
                        : received.refused(answer.purpose(), "NO_AUTHORITY");
            case Restriction.NotInEffect failed ->
                answer.applied()
                        ? failed.applied(answer.purpose(), NOW)
                        : failed.refused(answer.purpose(), "NO_AUTHORITY");
            default -> before;
        };
    }

    private static List<List<Answer>> orders() {
        List<List<Answer>> orders = new ArrayList<>();
        for (boolean first : new boolean[] {true, false}) {
            for (boolean second : new boolean[] {true, false}) {
                Answer bus = new Answer("bus", first);
                Answer photo = new Answer("photo", second);
                orders.add(List.of(bus, photo));
                orders.add(List.of(photo, bus));
            }
        }
        return orders;
    }

    private record Answer(String purpose, boolean applied) {}
}
