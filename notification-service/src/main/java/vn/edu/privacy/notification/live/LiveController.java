package vn.edu.privacy.notification.live;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.platform.identity.Caller;

/** A request's timeline as server-sent events, resumed where the last one broke off. */
@RestController
class LiveController {
    /** Tells proxies in front of us not to hold events back. */
    private static final String UNHELD = "X-Accel-Buffering";

    private final FollowRequest following;

    LiveController(FollowRequest following) {
        this.following = following;
    }

    @GetMapping(path = "/v1/requests/{id}/timeline", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<Entry>>> follow(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable @Min(0) Integer last,
            Caller caller) {
        boolean officer = Readers.isOfficer(caller);
        return ResponseEntity.ok()
                .header(UNHELD, "no")
                .body(following
                        .follow(id, Readers.reader(caller), last == null ? 0 : last, caller.id())
                        .map(entry -> entry.map(known -> ServerSentEvent.builder(Entry.of(known, officer))
                                        .id(Integer.toString(known.seq()))
                                        .event("timeline")
                                        .build())
                                .orElseGet(() -> ServerSentEvent.<Entry>builder()
                                        .comment("")
                                        .build())));
    }

    /** One thing that happened. */
    record Entry(
            int seq,
            Instant at,
            TimelineEntry.Actor actor,
            @Nullable String actorId,
            String event,
            @Nullable String detail) {
        static Entry of(TimelineEntry entry, boolean officer) {
            return new Entry(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    officer ? entry.actorId() : null,
                    entry.event(),
                    entry.detail());
        }
    }
}
