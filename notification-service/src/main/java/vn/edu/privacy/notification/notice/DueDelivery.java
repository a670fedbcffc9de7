package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.edu.privacy.notification.channel.Channel;

/**
 * A message to be sent now by who claimed it.
 *
 * @param noticeId the first of the notices that it leads to
 * @param channel by which it leaves
 * @param round how often an officer had it sent anew
 * @param personId to whom
 * @param kinds of the notices, each once
 * @param preference how the person wants to be reached
 * @param attempts how many have failed before
 * @param claimedUntil from when on somebody else may claim it
 */
record DueDelivery(
        UUID noticeId,
        Channel channel,
        int round,
        UUID personId,
        List<NoticeKind> kinds,
        Preference preference,
        int attempts,
        Instant claimedUntil) {

    /**
     * The same whenever it is sent again, until an officer wants it to be another message: so a mailbox or a gateway knows
     * it when a crash made us forget that it was taken.
     */
    String messageId() {
        String id = noticeId.toString().replace("-", "");
        String of = channel == Channel.EMAIL ? id : id + "-" + channel;
        return round == 0 ? of : of + "-" + round;
    }

    /** Until when it has to wait at that moment, because the person is to be left alone. */
    Optional<Instant> quietAt(Instant moment) {
        Urgency pace = kinds.stream().map(Urgency::of).min(Enum::compareTo).orElse(Urgency.PROMPT);
        return preference.quietAt(moment, pace);
    }
}
