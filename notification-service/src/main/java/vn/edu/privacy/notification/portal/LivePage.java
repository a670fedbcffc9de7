package vn.edu.privacy.notification.portal;

import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import vn.edu.privacy.notification.live.FollowRequest;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.platform.identity.Caller;

/**
 * Tells the page of a request, by the reader's session, that the request has moved on; the page is then read anew. Nothing
 * of the request stands in the events themselves.
 */
@RestController
class LivePage {
    private final FollowRequest following;

    LivePage(FollowRequest following) {
        this.following = following;
    }

    @GetMapping(path = Paths.TIMELINE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<String>>> follow(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable @Min(0) Integer last,
            Caller caller) {
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .body(following
                        .follow(id, new Reader(caller.requirePerson(), null), last == null ? after : last, caller.id())
                        .map(entry -> entry.map(known -> ServerSentEvent.builder(Integer.toString(known.seq()))
                                        .id(Integer.toString(known.seq()))
                                        .event("changed")
                                        .build())
                                .orElseGet(() -> ServerSentEvent.<String>builder()
                                        .comment("")
                                        .build())));
    }
}
