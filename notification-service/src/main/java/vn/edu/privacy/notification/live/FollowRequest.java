package vn.edu.privacy.notification.live;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.notification.request.application.TimelineEntry;

/** A request's timeline as it grows. */
@Component
public class FollowRequest {
    private final ReadRequests requests;
    private final Watched watched;
    private final Connections connections;
    private final LiveProperties properties;

    FollowRequest(ReadRequests requests, Watched watched, Connections connections, LiveProperties properties) {
        this.requests = requests;
        this.watched = watched;
        this.connections = connections;
        this.properties = properties;
    }

    /**
     * The entries behind one, then each new one, until the longest time is over; in between, and at the beginning, empty
     * signs of life. Fails, before anything is sent, with {@code RequestRefused} when the reader may not know of the request,
     * and with a 429 problem when too many are followed.
     *
     * @param after the number of the last entry that is known; 0 for all
     * @param caller whose connections are counted
     */
    public Flux<Optional<TimelineEntry>> follow(UUID id, Reader reader, int after, String caller) {
        return requests.timeline(id, reader)
                .flatMapMany(known -> connections.bounded(
                        caller,
                        Flux.merge(
                                Flux.interval(Duration.ZERO, properties.heartbeat())
                                        .onBackpressureDrop()
                                        .map(beat -> Optional.<TimelineEntry>empty()),
                                entries(id, reader, after).map(Optional::of))))
                .take(properties.longest());
    }

    private Flux<TimelineEntry> entries(UUID id, Reader reader, int after) {
        return Flux.defer(() -> {
            AtomicInteger last = new AtomicInteger(after);
            return watched.newest(id)
                    .filter(newest -> newest > last.get())
                    .concatMap(newest -> requests.timeline(id, reader))
                    .flatMapIterable(entries -> entries)
                    .filter(entry -> entry.seq() > last.get())
                    .doOnNext(entry -> last.set(entry.seq()));
        });
    }
}
