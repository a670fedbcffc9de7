package vn.edu.privacy.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import vn.edu.privacy.notification.channel.Channel;

/**
 * How a notice leaves the house.
 *
 * @param at when
 * @param channel by which channel first; empty when it stays in the portal
 * @param gathers whether others go with it until then, and it with an earlier one that still waits
 */
record Sending(Instant at, Optional<Channel> channel, boolean gathers) {

    /** How a kind leaves that is told now to somebody with that preference. */
    static Sending of(
            NoticeKind kind, Preference preference, Collection<Channel> offered, Instant now, Duration gatherFor) {
        boolean gathered = Urgency.of(kind) == Urgency.GATHERED;
        Instant earliest = gathered ? now.plus(gatherFor) : now;
        Optional<Instant> quiet = preference.quietAt(earliest, Urgency.of(kind));
        return new Sending(
                quiet.orElse(earliest),
                preference.silences(kind) ? Optional.empty() : preference.first(offered),
                gathered || quiet.isPresent());
    }
}
