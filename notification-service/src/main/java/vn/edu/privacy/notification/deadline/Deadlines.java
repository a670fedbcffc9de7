package vn.edu.privacy.notification.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.contracts.law.ExtensionRule;
import vn.edu.privacy.contracts.law.Holidays;
import vn.edu.privacy.contracts.law.Regimes;

/**
 * Counts deadlines as the Civil Code art. 145 to 148 does (R-DL-05). Hours run from the exact moment and never roll. Of
 * days the first is not counted, the last ends at 24:00, and a last day that nobody works on gives way to the next
 * working day. Everything in Asia/Ho_Chi_Minh.
 */
public final class Deadlines {
    /** The time that the law counts in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Regimes regimes;
    private final Holidays holidays;
    private final List<String> upheld;

    /**
     * A calculator.
     *
     * @param upheld ids of earlier regimes whose promises are kept on top of the law in force (R-REG-04)
     */
    public Deadlines(Regimes regimes, Holidays holidays, List<String> upheld) {
        this.regimes = regimes;
        this.holidays = holidays;
        this.upheld = List.copyOf(upheld);
    }

    /** The clocks of a request, by the law of the day on which it was received (R-REG-03). */
    public StartedClocks start(String requestType, Instant receivedAt) {
        LocalDate day = receivedAt.atZone(ZONE).toLocalDate();
        List<RunningClock> clocks = regimes.clocks(requestType, day, upheld).stream()
                .map(rule -> new RunningClock(rule.code(), due(rule, receivedAt), rule.article(), null, null, null))
                .toList();
        return new StartedClocks(regimes.inForce(day).id(), receivedAt, clocks);
    }

    /**
     * The one extension that the law of the request's day of receipt allows.
     *
     * @param regime id of that law
     * @param clocks of the request
     * @throws ExtensionRefused when it allows none, or not any more
     */
    public Extension extension(
            String requestType, String regime, List<RunningClock> clocks, String reason, Instant now) {
        ExtensionRule rule = regimes.byId(regime)
                .extension(requestType)
                .orElseThrow(() -> new ExtensionRefused(ExtensionRefused.Reason.NOT_PROVIDED));
        return Extension.grant(rule, clocks, reason, now);
    }

    /** How many days could be granted now; empty when the request cannot be extended. */
    public Optional<Integer> extendableBy(String requestType, String regime, List<RunningClock> clocks, Instant now) {
        return regimes.byId(regime)
                .extension(requestType)
                .filter(rule -> Extension.refusal(clocks, now).isEmpty())
                .map(ExtensionRule::days);
    }

    /** The clocks that an extension moves, with their new time: so many days after the last day. */
    public List<RunningClock> extended(Extension extension, List<RunningClock> clocks) {
        return clocks.stream()
                .filter(extension::moves)
                .map(clock ->
                        clock.extendedTo(endOf(workingDayFrom(lastDay(clock).plusDays(extension.days())))))
                .toList();
    }

    /**
     * The clocks that stand still, with the time at which they are due when they go on now: hours later by exactly as
     * long as they stood still, days by as many midnights as passed meanwhile.
     */
    public List<RunningClock> resumed(String requestType, Instant receivedAt, List<RunningClock> clocks, Instant now) {
        List<ClockRule> rules =
                regimes.clocks(requestType, receivedAt.atZone(ZONE).toLocalDate(), upheld);
        return clocks.stream()
                .filter(clock -> clock.isOpen() && clock.pausedAt() != null)
                .map(clock -> clock.resumedTo(later(clock, unit(clock, rules), now)))
                .toList();
    }

    /** The end of the day in Viet Nam on which so much time has passed. */
    public static Instant endOfDayAfter(Instant from, Duration time) {
        return endOf(from.plus(time).atZone(ZONE).toLocalDate());
    }

    private Instant later(RunningClock clock, ClockRule.Unit unit, Instant now) {
        Instant paused = Objects.requireNonNull(clock.pausedAt(), "a clock that stands still");
        if (unit == ClockRule.Unit.HOURS) {
            return clock.due().plus(Duration.between(paused, now));
        }
        long midnights = ChronoUnit.DAYS.between(
                paused.atZone(ZONE).toLocalDate(), now.atZone(ZONE).toLocalDate());
        return endOf(workingDayFrom(lastDay(clock).plusDays(midnights)));
    }

    /** A promise whose regime is no longer upheld goes on to the moment, which is the shorter way to count. */
    private static ClockRule.Unit unit(RunningClock clock, List<ClockRule> rules) {
        return rules.stream()
                .filter(rule -> rule.code() == clock.code() && rule.article().equals(clock.article()))
                .map(ClockRule::unit)
                .findFirst()
                .orElse(ClockRule.Unit.HOURS);
    }

    private static LocalDate lastDay(RunningClock clock) {
        return clock.due().atZone(ZONE).toLocalDate().minusDays(1);
    }

    private Instant due(ClockRule rule, Instant receivedAt) {
        LocalDate day = receivedAt.atZone(ZONE).toLocalDate();
        return switch (rule.unit()) {
            case HOURS -> receivedAt.plus(Duration.ofHours(rule.amount()));
            case DAYS -> endOf(workingDayFrom(day.plusDays(rule.amount())));
            case WORKING_DAYS -> endOf(workingDaysAfter(day, rule.amount()));
        };
    }

    private LocalDate workingDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (!holidays.isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    private LocalDate workingDaysAfter(LocalDate day, int amount) {
        LocalDate last = day;
        for (int counted = 0; counted < amount; counted++) {
            last = workingDayFrom(last.plusDays(1));
        }
        return last;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
