package vn.edu.privacy.notification.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.contracts.law.ExtensionRule;

/**
 * The one extension of the time to carry a request out (Decree 356 art. 5, R-DL-01). The reply is not extended, and
 * neither is what an earlier regime promised: that clock stands, and runs out when it is missed.
 *
 * @param days by how many days
 * @param article the provision that allows it
 * @param reason told to the requester, never blank
 * @param grantedAt when
 */
public record Extension(int days, String article, String reason, Instant grantedAt) {
    private static final Set<ClockRule.Code> EXTENDABLE =
            Set.of(ClockRule.Code.FULFIL, ClockRule.Code.FULFIL_WITH_THIRD_PARTY);

    public Extension {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an extension needs a reason");
        }
    }

    /**
     * Grants what the law allows.
     *
     * @param clocks of the request
     * @throws ExtensionRefused when it was extended before, nothing runs any more, or everything that runs is due
     */
    public static Extension grant(ExtensionRule rule, List<RunningClock> clocks, String reason, Instant now) {
        refusal(clocks, now).ifPresent(why -> {
            throw new ExtensionRefused(why);
        });
        return new Extension(rule.days(), rule.article(), reason, now);
    }

    /** Why these clocks cannot be extended now; empty when they can. */
    static Optional<ExtensionRefused.Reason> refusal(List<RunningClock> clocks, Instant now) {
        if (clocks.stream().anyMatch(clock -> clock.extendedFrom() != null)) {
            return Optional.of(ExtensionRefused.Reason.ALREADY_EXTENDED);
        }
        if (clocks.stream().noneMatch(Extension::isExtendable)) {
            return Optional.of(ExtensionRefused.Reason.NOTHING_RUNS);
        }
        return clocks.stream().anyMatch(clock -> moves(clock, now))
                ? Optional.empty()
                : Optional.of(ExtensionRefused.Reason.TOO_LATE);
    }

    /** Whether this clock gets the time; one that had run out stays as it ran out. */
    boolean moves(RunningClock clock) {
        return moves(clock, grantedAt);
    }

    private static boolean moves(RunningClock clock, Instant now) {
        return isExtendable(clock) && now.isBefore(clock.due());
    }

    private static boolean isExtendable(RunningClock clock) {
        return clock.isOpen() && EXTENDABLE.contains(clock.code());
    }
}
