package vn.edu.privacy.consent.purpose;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Publication.Published;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.page.Times;

/** Publishes and retires purposes: row, event and what depends on it in one transaction. */
@Component
class MaintainCatalogue {
    private final R2dbcPurposes purposes;
    private final PurposeEvents events;
    private final Flux<CatalogueChanges> listeners;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MaintainCatalogue(
            R2dbcPurposes purposes,
            PurposeEvents events,
            List<CatalogueChanges> listeners,
            TransactionalOperator transaction,
            Clock clock) {
        this.purposes = purposes;
        this.events = events;
        this.listeners = Flux.fromIterable(listeners);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Publishes version 1 of a new purpose. */
    Mono<Publication> publish(String code, PurposeDraft draft, String by) {
        Optional<Refused> refusal = PurposeRules.refusal(draft, today());
        if (refusal.isPresent()) {
            return Mono.just(refusal.get());
        }
        Instant at = now();
        return purposes.create(code, PurposeRules.content(draft), by, at)
                .flatMap(created -> created ? announce(code, true, at) : Mono.just(new Refused.CodeTaken(code)))
                .as(transaction::transactional);
    }

    /** Publishes the next version; a MAJOR one makes the consents given before it stale. */
    Mono<Publication> publishVersion(String code, PurposeDraft draft, boolean major, String by) {
        Optional<Refused> refusal = PurposeRules.refusal(draft, today());
        if (refusal.isPresent()) {
            return Mono.just(refusal.get());
        }
        return purposes.lock(code)
                .flatMap(current -> next(current, PurposeRules.content(draft), major, by))
                .defaultIfEmpty(new Refused.Unknown(code))
                .as(transaction::transactional);
    }

    /** Ends a purpose; nothing may be collected for it from this instant on. */
    Mono<Publication> retire(String code, String reason) {
        return purposes.lock(code)
                .flatMap(current -> current.active() ? end(current, reason) : Mono.just(new Refused.Retired(code)))
                .defaultIfEmpty(new Refused.Unknown(code))
                .as(transaction::transactional);
    }

    /** All versions of a purpose with their states, oldest first; empty when unknown. */
    Mono<List<PurposeVersion>> versions(String code) {
        return purposes.versions(code)
                .collectList()
                .filter(versions -> !versions.isEmpty())
                .map(PurposeVersion::history);
    }

    private Mono<Publication> next(PublishedPurpose current, PurposeContent content, boolean major, String by) {
        if (!current.active()) {
            return Mono.just(new Refused.Retired(current.code()));
        }
        PurposeDifference difference =
                PurposeDifference.between(PurposeDraft.of(current.content()), PurposeDraft.of(content));
        if (!major && difference.asksAgain()) {
            return Mono.just(new Refused.AsksForNewConsent(difference.fieldsAskingAgain()));
        }
        int version = current.version() + 1;
        Instant at = now();
        return purposes.append(current.code(), version, major ? version : current.lastMajorVersion(), content, by, at)
                .then(announce(current.code(), major, at));
    }

    private Mono<Publication> end(PublishedPurpose current, String reason) {
        Instant at = now();
        return purposes.retire(current.code(), reason, at)
                .then(events.retired(current.code(), current.version(), at))
                .then(purposes.current(current.code()))
                .map(Published::new);
    }

    private Mono<Publication> announce(String code, boolean major, Instant at) {
        return purposes.current(code)
                .flatMap(purpose -> events.published(purpose, major)
                        .thenMany(listeners.concatMap(listener -> listener.versionPublished(purpose, major, at)))
                        .then(Mono.just(new Published(purpose))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
