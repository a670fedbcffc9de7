package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published catalogue, read from the primary. */
public interface Purposes {
    /** The newest version of a purpose, retired ones too ({@link PublishedPurpose#active()}); empty when unknown. */
    Mono<PublishedPurpose> current(String code);

    /** One version; empty when unknown. */
    Mono<PublishedPurpose> version(String code, int version);

    /**
     * The version that was in force at an instant; {@link PublishedPurpose#active()} unless the purpose was retired by then.
     * Empty when nothing was published yet.
     */
    Mono<PublishedPurpose> inForce(String code, Instant at);

    /** The newest version of every purpose that is not retired, by code. */
    Flux<PublishedPurpose> allCurrent();
}
