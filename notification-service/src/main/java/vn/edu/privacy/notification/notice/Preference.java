package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.channel.Channel;

/**
 * How a person wants to be reached outside the portal. The portal has every notice that the law asks for, whatever stands
 * here.
 *
 * @param channels the first one first; the next only when it cannot reach the person
 * @param quiet when to leave the person alone, or null for never
 * @param optional whether notices come that no law asks for
 */
record Preference(List<Channel> channels, @Nullable QuietHours quiet, boolean optional) {
    Preference {
        channels = List.copyOf(channels);
    }

    /** Whether the person does without that kind. */
    boolean silences(NoticeKind kind) {
        return Weight.of(kind) == Weight.OPTIONAL && !optional;
    }

    /** The first channel to try, among those offered. */
    Optional<Channel> first(Collection<Channel> offered) {
        return channels.stream().filter(offered::contains).findFirst();
    }

    /** Until when a message of that pace waits that could leave at that moment; empty when it need not. */
    Optional<Instant> quietAt(Instant moment, Urgency pace) {
        return quiet == null || pace == Urgency.URGENT ? Optional.empty() : quiet.endAfter(moment);
    }
}
