package vn.edu.privacy.consent.purpose;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published catalogue, read from the primary. */
public interface Purposes {
    /** The newest version of a purpose, retired ones too ({@link PublishedPurpose#active()}); empty when unknown. */
    Mono<PublishedPurpose> current(String code);

    /** One version; empty when unknown. */
    Mono<PublishedPurpose> version(String code, int version);

    /** The newest version of every purpose that is not retired, by code. */
    Flux<PublishedPurpose> allCurrent();
}
