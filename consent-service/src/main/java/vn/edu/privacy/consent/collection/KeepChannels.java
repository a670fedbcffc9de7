package vn.edu.privacy.consent.collection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.collection.ChannelRefused.Reason;
import vn.edu.privacy.consent.collection.CollectionChannel.Kind;

/**
 * Registers channels: the Department those of every school, a head of unit those of the own one, for which the head
 * answers (letter 8343/SGDĐT-VP par. 1.4, 1.6). Runs in the caller's transaction; errors are {@link ChannelRefused}.
 */
@Component
class KeepChannels {
    private final R2dbcChannels channels;
    private final Clock clock;

    KeepChannels(R2dbcChannels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * Registers a channel, or changes one.
     *
     * @param school the school that the caller answers for; null for the Department
     * @param by who registers it
     */
    Mono<CollectionChannel> keep(Wanted wanted, @Nullable String school, String by) {
        if (wanted.address() != null && FormLinks.in(wanted.address()).isPresent()) {
            return ChannelRefused.because(Reason.FORM);
        }
        String host = wanted.address() == null
                ? null
                : FormLinks.host(wanted.address()).orElse("");
        if (host != null && host.isEmpty()) {
            return ChannelRefused.because(Reason.NO_ADDRESS);
        }
        CollectionChannel channel = new CollectionChannel(
                wanted.code(),
                school == null ? wanted.schoolId() : school,
                wanted.kind(),
                wanted.name(),
                host,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        return channels.lock(wanted.code())
                .flatMap(before -> !Objects.equals(before.schoolId(), channel.schoolId())
                        ? ChannelRefused.<CollectionChannel>because(Reason.UNKNOWN)
                        : before.endedAt() != null
                                ? ChannelRefused.<CollectionChannel>because(Reason.ENDED)
                                : Mono.just(before))
                .then(Mono.defer(() -> channels.keep(channel, by)))
                .then(Mono.defer(() -> channels.lock(wanted.code())));
    }

    /** Ends a channel for good: from now on a check that names it is denied. */
    Mono<CollectionChannel> end(String code, @Nullable String school, String by) {
        return channels.lock(code)
                .filter(channel -> school == null || school.equals(channel.schoolId()))
                .switchIfEmpty(ChannelRefused.because(Reason.UNKNOWN))
                .flatMap(channel -> channel.endedAt() == null
                        ? channels.end(code, by, clock.instant().truncatedTo(ChronoUnit.MICROS))
                        : Mono.<Void>empty())
                .then(Mono.defer(() -> channels.lock(code)));
    }

    /** Those that a school may use; every one when none is named. */
    Flux<CollectionChannel> list(@Nullable String school) {
        return channels.list(school);
    }

    /**
     * What is to be registered.
     *
     * @param code stable
     * @param schoolId the school that it serves; every one when absent
     * @param kind what it is
     * @param name by language
     * @param address where people fill something in there
     */
    record Wanted(
            String code,
            @Nullable String schoolId,
            Kind kind,
            Map<String, String> name,
            @Nullable String address) {}
}
