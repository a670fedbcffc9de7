package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;

/**
 * Carries what a person asks about their own data straight to those who hold it: consent-service keeps records about
 * students alone. Such a request is in effect only once the holders have said so. Everything joins the caller's
 * transaction.
 */
public final class CarryOwnData {
    private static final String CONSENT = "CONSENT";
    private static final String UNDER_LAW = "PROCESSED_UNDER_LAW";
    private static final String DECLINED = "HOLDERS_DECLINED";

    private final Requests requests;
    private final Carrying carrying;
    private final Catalogue catalogue;
    private final KeptByLaw kept;
    private final RestrictionOutcome restrictions;
    private final DeletionOutcome deletions;
    private final CompleteRequest completion;
    private final Clock clock;

    public CarryOwnData(
            Requests requests,
            Carrying carrying,
            Catalogue catalogue,
            KeptByLaw kept,
            RestrictionOutcome restrictions,
            DeletionOutcome deletions,
            CompleteRequest completion,
            Clock clock) {
        this.requests = requests;
        this.carrying = carrying;
        this.catalogue = catalogue;
        this.kept = kept;
        this.restrictions = restrictions;
        this.deletions = deletions;
        this.completion = completion;
        this.clock = clock;
    }

    /**
     * A confirmed restriction or objection. What the law has processed without consent waits for an officer's answer (Law
     * 91 art. 10.1, 19.1).
     */
    Mono<StoredRequest> restrict(Restriction.Received request) {
        UUID id = request.facts().id();
        return known(request).flatMap(known -> {
            Set<String> byConsent = known.stream()
                    .filter(purpose -> purpose.lawfulBasis().equals(CONSENT))
                    .map(KnownPurpose::code)
                    .collect(Collectors.toSet());
            Instant now = clock.instant();
            return tell(request.facts(), Action.RESTRICT, targets(known, byConsent))
                    .thenMany(Flux.fromIterable(known))
                    .filter(purpose -> !byConsent.contains(purpose.code()))
                    .concatMap(purpose -> restrictions.notRestricted(id, purpose.code(), UNDER_LAW, now))
                    .then(requests.find(id));
        });
    }

    /** An officer has what is not in effect yet carried all the same; whoever declined is asked anew. */
    Mono<StoredRequest> uphold(Restriction.Received request) {
        Set<String> open = codes(
                request.purposes().stream().filter(each -> !each.isApplied()).map(RestrictedPurpose::code));
        return again(request, Action.RESTRICT, open);
    }

    /** What is restricted may be used again. */
    Mono<StoredRequest> lift(Restriction.Lifting request) {
        Set<String> open = codes(request.purposes().stream()
                .filter(RestrictedPurpose::isRestricted)
                .map(RestrictedPurpose::code));
        return again(request, Action.LIFT, open);
    }

    /**
     * An approved deletion, but for what the law has kept.
     *
     * @param stays codes of purposes all of whose data the law has kept
     */
    Mono<StoredRequest> erase(Deletion.Approved request, Set<String> stays) {
        Set<String> open = codes(request.purposes().stream()
                .filter(each -> !each.isErased() && !stays.contains(each.code()))
                .map(ErasedPurpose::code));
        return again(request, Action.ERASE, open);
    }

    /** Everybody who was told something of a request has answered; the last of them puts one about own data into effect. */
    public Mono<Void> answered(UUID id) {
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Restriction.Received own when own.facts().isOwn() -> restricted(own);
            case Restriction.NotInEffect own when own.facts().isOwn() -> restricted(own);
            case Restriction.Lifting own when own.facts().isOwn() -> lifted(own);
            case Deletion.Approved own when own.facts().isOwn() -> erased(own);
            case Deletion.NotInEffect own when own.facts().isOwn() -> erased(own);
            default -> completion.complete(id);
        });
    }

    private Mono<Void> restricted(Restriction request) {
        UUID id = request.facts().id();
        Set<String> open = codes(request.purposes().stream()
                .filter(each -> !each.isApplied() && each.refusal() == null)
                .map(RestrictedPurpose::code));
        return each(id, Action.RESTRICT, open)
                .concatMap(answer -> answer.doneAt()
                        .map(at -> restrictions.restricted(id, answer.purpose(), at))
                        .orElseGet(() -> restrictions.notRestricted(id, answer.purpose(), DECLINED, clock.instant())))
                .then();
    }

    private Mono<Void> lifted(Restriction.Lifting request) {
        UUID id = request.facts().id();
        Set<String> open = codes(request.purposes().stream()
                .filter(RestrictedPurpose::isRestricted)
                .map(RestrictedPurpose::code));
        return each(id, Action.LIFT, open)
                .concatMap(answer -> answer.doneAt()
                        .map(at -> restrictions.lifted(id, answer.purpose(), at))
                        .orElseGet(() -> restrictions.notLifted(id, answer.purpose(), DECLINED, clock.instant())))
                .then();
    }

    private Mono<Void> erased(Deletion request) {
        UUID id = request.facts().id();
        Set<String> open = codes(request.purposes().stream()
                .filter(each -> !each.isErased() && each.refusal() == null)
                .map(ErasedPurpose::code));
        return each(id, Action.ERASE, open)
                .concatMap(answer -> answer.doneAt()
                        .map(at -> deletions.erased(id, answer.purpose(), at))
                        .orElseGet(() -> deletions.notErased(id, answer.purpose(), DECLINED, clock.instant())))
                .then();
    }

    /** What the holders of each purpose said together; a purpose that nobody was told of is not among them. */
    private Flux<Answer> each(UUID id, Action action, Set<String> purposes) {
        return carrying.of(List.of(id))
                .flatMapIterable(byRequest -> byRequest.getOrDefault(id, List.of()).stream()
                        .filter(step -> step.action() == action && purposes.contains(step.purpose()))
                        .collect(Collectors.groupingBy(Step::purpose))
                        .values())
                .map(Answer::of);
    }

    private Mono<StoredRequest> again(Request request, Action action, Set<String> codes) {
        UUID id = request.facts().id();
        return carrying.again(id, action)
                .then(known(request))
                .flatMap(known -> tell(request.facts(), action, targets(known, codes)))
                .then(requests.find(id));
    }

    private Mono<Void> tell(Facts facts, Action action, List<KnownPurpose> purposes) {
        List<HolderOrder.Target> targets = purposes.stream()
                .map(purpose -> new HolderOrder.Target(
                        purpose.code(),
                        List.of(),
                        action == Action.ERASE ? erasable(purpose) : purpose.dataCategories()))
                .toList();
        return targets.isEmpty()
                ? Mono.empty()
                : carrying.start(HolderOrder.of(facts, action, targets))
                        .flatMap(somebody -> somebody ? Mono.empty() : answered(facts.id()));
    }

    private List<String> erasable(KnownPurpose purpose) {
        List<String> stays = kept.among(purpose.dataCategories()).stream()
                .map(KeptByLaw.Entry::category)
                .toList();
        return purpose.dataCategories().stream()
                .filter(category -> !stays.contains(category))
                .toList();
    }

    private Mono<List<KnownPurpose>> known(Request request) {
        return catalogue
                .shown(List.of(request.facts().id()))
                .flatMap(purpose -> Mono.justOrEmpty(OwnData.of(purpose)))
                .collectList();
    }

    private static List<KnownPurpose> targets(List<KnownPurpose> known, Set<String> codes) {
        return known.stream().filter(purpose -> codes.contains(purpose.code())).toList();
    }

    private static Set<String> codes(Stream<String> codes) {
        return codes.collect(Collectors.toSet());
    }

    /**
     * What the holders of one purpose said.
     *
     * @param purpose its code
     * @param doneAt when the last of those who did it had; empty when none will
     */
    private record Answer(String purpose, Optional<Instant> doneAt) {
        static Answer of(List<Step> steps) {
            return new Answer(
                    steps.getFirst().purpose(),
                    steps.stream()
                            .filter(step -> step.state().done() && step.state() != Step.State.NOT_DONE)
                            .map(Step::since)
                            .max(Comparator.naturalOrder()));
        }
    }
}
