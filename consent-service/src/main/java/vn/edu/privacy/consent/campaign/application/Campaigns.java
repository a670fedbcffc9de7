package vn.edu.privacy.consent.campaign.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.domain.Campaign;

/** The campaigns of all schools; every call joins the caller's transaction. */
public interface Campaigns {
    /** Keeps a new one. */
    Mono<Void> add(Campaign campaign, String by);

    /** The campaign of that id; empty when unknown. */
    Mono<Campaign> find(UUID id);

    /** As {@link #find}, and keeps other writers of it away until the transaction ends. */
    Mono<Campaign> lock(UUID id);

    /**
     * Campaigns, newest first.
     *
     * @param schoolId of that school only, when there is one
     * @param before made before that one, when there is one
     * @param atMost how many
     */
    Flux<Campaign> list(Optional<String> schoolId, @Nullable UUID before, int atMost);

    /**
     * Campaigns that are open on a day, by id.
     *
     * @param after behind that one, when there is one
     */
    Flux<Campaign> open(LocalDate day, @Nullable UUID after, int atMost);

    /** An officer closes it. */
    Mono<Void> close(UUID id, Instant at, String by);

    /** An officer asks that those missing be reminded. */
    Mono<Void> askForReminder(UUID id, Instant at, String by);

    /** When an officer last asked for it; empty when nobody did. */
    Mono<Instant> lastAskedFor(UUID id);
}
