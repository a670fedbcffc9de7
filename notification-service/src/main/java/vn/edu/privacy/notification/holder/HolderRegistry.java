package vn.edu.privacy.notification.holder;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.holder.KnownHolder.Channel;

/**
 * The data holders known, and how each is reached: what people keep in the database, and what the configuration names
 * besides. Answers from memory, some seconds behind what another instance has written.
 */
@Component
public class HolderRegistry {
    private final List<KnownHolder> configured;
    private final HolderRows rows;
    private final Clock clock;
    private volatile Map<String, KnownHolder> known;

    HolderRegistry(HolderProperties properties, HolderRows rows, Clock clock) {
        this.configured = properties.registered();
        this.rows = rows;
        this.clock = clock;
        this.known = byCode(configured);
    }

    /** All of them, by code. */
    public List<KnownHolder> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(KnownHolder::code))
                .toList();
    }

    /** The holder of that code; empty when nobody registered it, and then only people can reach it. */
    public Optional<KnownHolder> find(String code) {
        return Optional.ofNullable(known.get(code));
    }

    /** Those that answer by the data-holder API. */
    public List<KnownHolder> reachable() {
        return all().stream().filter(holder -> holder.channel() == Channel.API).toList();
    }

    /** Whether the holder of that code answers by the data-holder API. */
    public boolean reaches(String code) {
        return find(code).filter(holder -> holder.channel() == Channel.API).isPresent();
    }

    /** Whether the holder of that code may be given data today (R-ROLE-01); to be told to stop it needs no agreement. */
    public boolean mayReceive(String code) {
        return find(code)
                .filter(holder ->
                        holder.mayReceive(clock.instant().atZone(Deadlines.ZONE).toLocalDate()))
                .isPresent();
    }

    /** Reads what people keep, after entering what the configuration names and nobody has changed since. */
    @Scheduled(fixedDelayString = "${privacy.holder-registry.interval:PT5S}")
    Mono<Void> refresh() {
        return Flux.fromIterable(configured)
                .concatMap(holder -> rows.seed(holder, clock.instant()))
                .thenMany(rows.all())
                .collectList()
                .doOnNext(all -> known = byCode(all))
                .then();
    }

    private static Map<String, KnownHolder> byCode(Collection<KnownHolder> holders) {
        return holders.stream().collect(Collectors.toUnmodifiableMap(KnownHolder::code, Function.identity()));
    }
}
