package vn.edu.privacy.notification.notice;

import java.util.Arrays;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.contracts.events.NoticeDueV1;
import vn.edu.privacy.platform.messaging.EventHandler;
import vn.edu.privacy.platform.messaging.IncomingEvent;
import vn.edu.privacy.platform.messaging.UnreadableEvent;

/** Takes in what consent-service asks to be told. A kind without words here is told to nobody: it is a dead letter. */
final class AnnouncementEvents implements EventHandler {
    private final Announcements announcements;
    private final JsonMapper json;

    AnnouncementEvents(Announcements announcements, JsonMapper json) {
        this.announcements = announcements;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(IncomingEvent event) {
        return event.type().equals(NoticeDueV1.TYPE)
                ? announcements.tell(announced(event.as(NoticeDueV1.class, json)))
                : Mono.empty();
    }

    private static Announced announced(NoticeDueV1 due) {
        NoticeKind kind = Arrays.stream(NoticeKind.values())
                .filter(known -> known.name().equals(due.kind()))
                .findFirst()
                .orElseThrow(() -> new UnreadableEvent("no words for notices of kind " + due.kind()));
        return new Announced(
                due.noticeId(),
                kind,
                due.recipients(),
                due.officersOfSchool(),
                new Matter(null, due.studentId(), due.purpose(), due.campaignId(), due.date(), null),
                due.at());
    }
}
