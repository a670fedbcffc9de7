package vn.edu.privacy.notification.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When officers are reminded of a deadline: so long before it as each lead says. A lead longer than half of the time that
 * the deadline gives is left out, so that nobody is reminded of what has just arrived. Nothing is made up for: of several
 * that fell into a standstill the next one counts.
 */
public final class Reminders {
    private final List<Duration> leads;

    /**
     * Reminders.
     *
     * @param leads how long before a deadline, each positive
     */
    public Reminders(List<Duration> leads) {
        if (leads.stream().anyMatch(lead -> !lead.isPositive())) {
            throw new IllegalArgumentException("a reminder comes before its deadline");
        }
        this.leads = List.copyOf(leads);
    }

    /**
     * The next reminder of a deadline.
     *
     * @param from when the time began to run
     * @param due the deadline
     * @param after the reminder comes later than this moment
     * @return empty when none is left
     */
    public Optional<Instant> next(Instant from, Instant due, Instant after) {
        Duration half = Duration.between(from, due).dividedBy(2);
        return leads.stream()
                .filter(lead -> lead.compareTo(half) <= 0)
                .map(due::minus)
                .filter(moment -> moment.isAfter(after))
                .min(Comparator.naturalOrder());
    }
}
