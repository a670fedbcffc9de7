package vn.edu.privacy.consent.purpose;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Publication.Published;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.page.Times;
import vn.edu.privacy.platform.time.Ids;

/** Keeps what officers write until it is published or thrown away; nobody is asked and no check sees it before. */
@Component
class KeepDrafts {
    private final R2dbcPurposeDrafts drafts;
    private final R2dbcPurposes purposes;
    private final MaintainCatalogue catalogue;
    private final TransactionalOperator transaction;
    private final Clock clock;

    KeepDrafts(
            R2dbcPurposeDrafts drafts,
            R2dbcPurposes purposes,
            MaintainCatalogue catalogue,
            TransactionalOperator transaction,
            Clock clock) {
        this.drafts = drafts;
        this.purposes = purposes;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The draft of that code, measured against the version in force; empty when there is none. */
    Mono<DraftReview> read(String code) {
        return drafts.find(code).flatMap(this::review);
    }

    /** All drafts, by code. */
    Mono<List<DraftReview>> all() {
        return drafts.all().concatMap(this::review).collectList();
    }

    /**
     * Saves a draft of a new purpose or of the next version of one.
     *
     * @param seen the edition that the officer changed; empty to begin a draft
     */
    Mono<Drafting> save(String code, PurposeDraft content, Optional<UUID> seen, String by) {
        return current(code).flatMap(inForce -> {
            if (inForce.filter(version -> !version.active()).isPresent()) {
                return Mono.just(new Drafting.Not(new Refused.Retired(code)));
            }
            SavedDraft draft = new SavedDraft(
                    code,
                    Ids.next(),
                    inForce.map(PublishedPurpose::version).orElse(0),
                    content,
                    Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                    by);
            return seen.map(edition -> drafts.replace(draft, edition))
                    .orElseGet(() -> drafts.create(draft))
                    .map(written -> written
                            ? new Drafting.Saved(DraftReview.of(draft, inForce, today()), seen.isEmpty())
                            : new Drafting.Not(new Refused.ChangedMeanwhile()));
        });
    }

    /** Throws a draft away, unless it is no longer the one seen. */
    Mono<Drafting> discard(String code, UUID seen) {
        return drafts.find(code)
                .flatMap(draft -> drafts.remove(code, seen))
                .map(removed -> removed
                        ? new Drafting.Discarded()
                        : (Drafting) new Drafting.Not(new Refused.ChangedMeanwhile()))
                .defaultIfEmpty(new Drafting.Not(new Refused.Unknown(code)));
    }

    /**
     * Publishes a draft, after which it is none any more.
     *
     * @param seen the edition that the officer read
     * @param major whether consents must be given again
     */
    Mono<Publication> publish(String code, UUID seen, boolean major, String by) {
        return drafts.lock(code)
                .flatMap(draft -> draft.edition().equals(seen)
                        ? publish(draft, major, by)
                        : Mono.just(new Refused.ChangedMeanwhile()))
                .defaultIfEmpty(new Refused.Unknown(code))
                .as(transaction::transactional);
    }

    private Mono<Publication> publish(SavedDraft draft, boolean major, String by) {
        return purposes.lock(draft.code())
                .map(PublishedPurpose::version)
                .defaultIfEmpty(0)
                .flatMap(version -> {
                    if (version != draft.baseVersion()) {
                        return Mono.just(new Refused.DraftOutdated(draft.code(), version));
                    }
                    if (version == 0) {
                        return major
                                ? catalogue.publish(draft.code(), draft.content(), by)
                                : Mono.just(new Refused.AsksForNewConsent(List.of("code")));
                    }
                    return catalogue.publishVersion(draft.code(), draft.content(), major, by);
                })
                .flatMap(publication -> publication instanceof Published
                        ? drafts.remove(draft.code(), draft.edition()).thenReturn(publication)
                        : Mono.just(publication));
    }

    private Mono<DraftReview> review(SavedDraft draft) {
        return current(draft.code()).map(inForce -> DraftReview.of(draft, inForce, today()));
    }

    private Mono<Optional<PublishedPurpose>> current(String code) {
        return purposes.current(code).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }
}
