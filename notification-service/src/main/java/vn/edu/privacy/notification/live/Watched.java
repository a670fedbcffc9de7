package vn.edu.privacy.notification.live;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Notices that timelines of watched requests have grown, on whatever instance that happened: one small question a second
 * to the database for all of them together, and none while nobody watches.
 */
@Component
class Watched {
    private static final String NEWEST = """
            select request_id, max(seq) as seq from request_timeline where request_id = any($1) group by request_id""";

    private final DatabaseClient database;
    private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();

    Watched(DatabaseClient database) {
        this.database = database;
    }

    /** The number of the newest entry, whenever there is a newer one. */
    Flux<Integer> newest(UUID requestId) {
        return Flux.defer(() -> {
            Watch watch = watches.compute(requestId, (id, known) -> (known == null ? Watch.nobody() : known).joined());
            return watch.newest().asFlux().distinctUntilChanged().doFinally(end -> leave(requestId));
        });
    }

    /** Looks which of the watched ones have grown. */
    @Scheduled(fixedDelayString = "${privacy.live.interval:PT1S}")
    Mono<Void> look() {
        return Mono.defer(() -> watches.isEmpty()
                ? Mono.empty()
                : database.sql(NEWEST)
                        .bind(0, watches.keySet().toArray(UUID[]::new))
                        .map((row, about) ->
                                Map.entry(get(row, "request_id", UUID.class), get(row, "seq", Integer.class)))
                        .all()
                        .collectList()
                        .doOnNext(found -> found.forEach(each -> tell(each.getKey(), each.getValue())))
                        .then());
    }

    private void tell(UUID requestId, int seq) {
        Watch watch = watches.get(requestId);
        if (watch != null) {
            watch.newest().emitNext(seq, Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    private void leave(UUID requestId) {
        watches.computeIfPresent(requestId, (id, watch) -> watch.readers() == 1 ? null : watch.left());
    }

    /**
     * A request that somebody watches.
     *
     * @param newest the number of its newest entry; who joins is told the last one at once
     * @param readers how many watch it
     */
    private record Watch(Sinks.Many<Integer> newest, int readers) {
        static Watch nobody() {
            return new Watch(Sinks.many().replay().latest(), 0);
        }

        Watch joined() {
            return new Watch(newest, readers + 1);
        }

        Watch left() {
            return new Watch(newest, readers - 1);
        }
    }
}
