package vn.edu.privacy.notification.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.contracts.law.Holidays;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.ExtensionRefused;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.platform.testing.Rule;

/** Walks through the states of requests, and through the lives of their clocks, as chance has it. */
class RandomSchedulesTest {
    private static final int SCHEDULES = 4000;
    private static final int STEPS = 30;
    private static final List<String> PURPOSES = List.of("transport", "meals");
    private static final Set<RequestState> FINAL =
            Set.of(RequestState.CANCELLED, RequestState.STOPPED, RequestState.EXPIRED, RequestState.LIFTED);

    private final Deadlines deadlines = new Deadlines(Regimes.load(), Holidays.load(), List.of("ND13_2023"));
    private final Holidays holidays = Holidays.load();

    @Test
    void whateverHappensARequestStaysWhatItIsStatesItsReasonAndNeverLeavesItsEnd() {
        Set<Class<?>> seen = new HashSet<>();
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            Random random = new Random(schedule);
            Request request = opened(random);
            Facts facts = request.facts();
            RequestType type = request.type();
            List<String> path = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                seen.add(request.getClass());
                path.add(request.getClass().getSimpleName());
                Request before = request;
                request = next(before, random);
                assertThat(request.facts()).as("%s", path).isEqualTo(facts);
                assertThat(request.type()).as("%s", path).isEqualTo(type);
                assertThat(states(request)).as("%s", path).isTrue();
                if (FINAL.contains(before.state())) {
                    assertThat(request).as("%s", path).isSameAs(before);
                }
            }
        }
        // every state there is was met
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all(Request.class));
    }

    @Test
    @Rule({"R-DL-01", "R-DL-03", "R-DL-05"})
    void whateverHappensClocksOnlyGiveTimeThatTheLawGives() {
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            Random random = new Random(schedule);
            String type = RequestType.values()[random.nextInt(RequestType.values().length)].name();
            Instant received = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(500 * 86_400));
            List<RunningClock> clocks = deadlines.start(type, received).clocks();
            List<RunningClock> first = clocks;
            Instant now = received;
            boolean extended = false;
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(random.nextInt(2 * 86_400));
                List<RunningClock> before = clocks;
                switch (random.nextInt(3)) {
                    case 0 -> clocks = paused(clocks, now);
                    case 1 -> clocks = merged(clocks, deadlines.resumed(type, received, clocks, now));
                    default -> {
                        try {
                            clocks = merged(
                                    clocks,
                                    deadlines.extended(
                                            deadlines.extension(
                                                    type,
                                                    deadlines
                                                            .start(type, received)
                                                            .regime(),
                                                    clocks,
                                                    "r",
                                                    now),
                                            clocks));
                            assertThat(extended).as("once").isFalse();
                            extended = true;
                        } catch (ExtensionRefused refused) {
                            assertThat(clocks).isSameAs(before);
                        }
                    }
                }
                for (int each = 0; each < clocks.size(); each++) {
                    RunningClock clock = clocks.get(each);
                    assertThat(clock.due())
                            .as("no time is taken away")
                            .isAfterOrEqualTo(before.get(each).due());
                    assertThat(clock.isOpen()).isTrue();
                    Instant since = before.get(each).pausedAt();
                    if (clock.code() == ClockRule.Code.PROMISE && since != null && clock.pausedAt() == null) {
                        assertThat(clock.due())
                                .as("hours stand still for exactly as long")
                                .isEqualTo(before.get(each).due().plus(Duration.between(since, now)));
                    }
                    if (endsAtMidnight(first.get(each))) {
                        assertThat(endsAtMidnight(clock))
                                .as("days end at 24:00: %s", clock)
                                .isTrue();
                        assertThat(holidays.isWorkingDay(clock.due()
                                        .minusSeconds(1)
                                        .atZone(Deadlines.ZONE)
                                        .toLocalDate()))
                                .as("on a day on which somebody works: %s", clock)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean endsAtMidnight(RunningClock clock) {
        return clock.code() != ClockRule.Code.PROMISE
                && clock.due().atZone(Deadlines.ZONE).toLocalTime().toSecondOfDay() == 0;
    }

    private static List<RunningClock> paused(List<RunningClock> clocks, Instant now) {
        return clocks.stream()
                .map(clock -> clock.pausedAt() == null
                                && clock.code() != ClockRule.Code.ACKNOWLEDGE
                                && now.isBefore(clock.due())
                        ? new RunningClock(
                                clock.code(), clock.due(), clock.article(), clock.metAt(), clock.extendedFrom(), now)
                        : clock)
                .toList();
    }

    private static List<RunningClock> merged(List<RunningClock> clocks, List<RunningClock> moved) {
        return clocks.stream()
                .map(clock -> moved.stream()
                        .filter(each ->
                                each.code() == clock.code() && each.article().equals(clock.article()))
                        .findFirst()
                        .orElse(clock))
                .toList();
    }

    /** Whether it says what came of it, or why nothing did. */
    private static boolean states(Request request) {
        return switch (request.state()) {
            case IN_EFFECT, LIFTING, LIFTED -> request.inEffectAt() != null;
            case COMPLETED ->
                request.inEffectAt() != null || request instanceof Rectification || request instanceof Provision;
            case NOT_IN_EFFECT -> request.notInEffectReason() != null && request.inEffectAt() == null;
            case REFUSED -> request.refusal() != null && request.isAppealable();
            case STOPPED -> request.stopReason() != null;
            case ANSWERED -> request.answer() != null && request.isAppealable();
            case AVAILABLE, EXPIRED -> request.availableUntil() != null;
            case AWAITING_CONFIRMATION, RECEIVED, APPROVED, AWAITING_RELEASE, GATHERING_FAILED, CANCELLED ->
                request.inEffectAt() == null && request.refusal() == null && request.stopReason() == null;
        };
    }

    private static Request next(Request request, Random random) {
        List<Method> ways = Stream.of(request.getClass().getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> Request.class.isAssignableFrom(method.getReturnType()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        if (ways.isEmpty()) {
            return request;
        }
        Method way = ways.get(random.nextInt(ways.size()));
        Object[] arguments = Arrays.stream(way.getParameterTypes())
                .map(type -> argument(type, random))
                .toArray();
        try {
            return (Request) way.invoke(request, arguments);
        } catch (InvocationTargetException refused) {
            // only this way is closed: nothing of it was refused, so there is nothing to look at again
            assertThat(refused.getCause()).isInstanceOf(IllegalStateException.class);
            assertThat(way.getName()).isEqualTo("reopen");
            return request;
        } catch (IllegalAccessException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Object argument(Class<?> type, Random random) {
        if (type == Instant.class) {
            return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000));
        }
        if (type == String.class) {
            return PURPOSES.get(random.nextInt(PURPOSES.size()));
        }
        if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (type == Map.class) {
            return Map.of("transport", List.of(3L));
        }
        RefusalGround ground = RefusalGround.values()[random.nextInt(RefusalGround.values().length)];
        if (type == RefusalGround.class) {
            return ground;
        }
        if (type == Refusal.class) {
            return new Refusal(ground, "…");
        }
        if (type == StopReason.class) {
            return StopReason.values()[random.nextInt(StopReason.values().length)];
        }
        throw new IllegalStateException("no " + type + " was thought of");
    }

    private static Request opened(Random random) {
        Facts facts = new Facts(
                new UUID(1, random.nextLong()),
                "YC-2026-000001",
                new UUID(2, random.nextLong()),
                new UUID(3, random.nextLong()),
                "hoa-sen",
                Instant.parse("2026-02-01T00:00:00Z"),
                "LAW91_2025");
        List<WithdrawnPurpose> withdrawn =
                PURPOSES.stream().map(code -> WithdrawnPurpose.shown(code, 1)).toList();
        List<RestrictedPurpose> restricted =
                PURPOSES.stream().map(code -> RestrictedPurpose.shown(code, 1)).toList();
        List<ErasedPurpose> erased =
                PURPOSES.stream().map(code -> ErasedPurpose.asked(code, 1)).toList();
        List<NamedPurpose> named =
                PURPOSES.stream().map(code -> new NamedPurpose(code, 1)).toList();
        return switch (random.nextInt(9)) {
            case 0 -> new Withdrawal.AwaitingConfirmation(facts, withdrawn);
            case 1 -> new Access.Received(facts);
            case 2 -> new Restriction.AwaitingConfirmation(facts, RequestType.RESTRICT, restricted);
            case 3 -> new Restriction.AwaitingConfirmation(facts, RequestType.OBJECT, restricted);
            case 4 -> new Deletion.Received(facts, DeletionGround.NO_LONGER_NEEDED, erased);
            case 5 -> new Rectification.Received(facts, named);
            case 6 -> new Provision.Received(facts);
            case 7 -> new Provision.ForOrganisation(facts);
            default -> new Complaint.Received(facts);
        };
    }

    /** The records below a sealed type. */
    private static List<Class<?>> all(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(each -> all(each).stream())
                        .distinct()
                        .toList()
                : List.of(sealed);
    }
}
