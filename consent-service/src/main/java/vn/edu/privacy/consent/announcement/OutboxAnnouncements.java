package vn.edu.privacy.consent.announcement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;
import vn.edu.privacy.platform.time.Ids;

/** Announcements by the outbox; one to many people leaves as several events, so that none grows too large. */
@Component
class OutboxAnnouncements implements Announcements {
    /** As the event's schema allows. */
    private static final int MOST_PEOPLE = 500;

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> tell(Announcement announcement) {
        return tell(List.of(announcement));
    }

    @Override
    public Mono<Void> tell(List<Announcement> announcements) {
        List<OutgoingEvent> events = announcements.stream()
                .filter(announcement -> !announcement.toNobody())
                .flatMap(OutboxAnnouncements::events)
                .toList();
        return events.isEmpty() ? Mono.empty() : outbox.append(events);
    }

    private static Stream<OutgoingEvent> events(Announcement told) {
        int parts = Math.max(1, Math.ceilDiv(told.people().size(), MOST_PEOPLE));
        return IntStream.range(0, parts).mapToObj(part -> {
            int from = part * MOST_PEOPLE;
            int to = Math.min(told.people().size(), from + MOST_PEOPLE);
            return event(told, told.people().subList(from, to), part == 0 ? told.officersOfSchool() : null);
        });
    }

    private static OutgoingEvent event(Announcement told, List<UUID> people, @Nullable String officersOfSchool) {
        UUID id = Ids.next();
        Object key = Stream.of(told.studentId(), told.campaignId(), told.officersOfSchool())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(id.toString());
        return new OutgoingEvent(
                Topics.NOTICES,
                key.toString(),
                NoticeDueV1.TYPE,
                new NoticeDueV1(
                        id,
                        told.kind().name(),
                        told.studentId(),
                        people,
                        officersOfSchool,
                        told.purpose(),
                        told.campaignId(),
                        told.date(),
                        told.at()));
    }
}
