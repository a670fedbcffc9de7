package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Who must know that the catalogue changed; called inside the transaction of the change. */
public interface CatalogueChanges {
    /**
     * A version was published.
     *
     * @param purpose the version now in force
     * @param major whether consents given before it are stale
     * @param at when it came into force
     */
    Mono<Void> versionPublished(PublishedPurpose purpose, boolean major, Instant at);
}
