package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Refusal;

/** An officer rules on a deletion; what the law has kept is not deleted (Decree 13 art. 16.2, R-DEL-02). */
public final class RuleOnDeletion {
    private final Course course;
    private final Requests requests;
    private final Authority authority;
    private final RequestEvents events;
    private final CarryOwnData own;
    private final Catalogue catalogue;
    private final KeptByLaw kept;
    private final DeletionOutcome outcome;
    private final Clock clock;

    public RuleOnDeletion(
            Course course,
            Requests requests,
            Authority authority,
            RequestEvents events,
            CarryOwnData own,
            Catalogue catalogue,
            KeptByLaw kept,
            DeletionOutcome outcome,
            Clock clock) {
        this.course = course;
        this.requests = requests;
        this.authority = authority;
        this.events = events;
        this.own = own;
        this.catalogue = catalogue;
        this.kept = kept;
        this.outcome = outcome;
        this.clock = clock;
    }

    /** What of the data asked for is kept by law. */
    public Mono<List<KeptByLaw.Entry>> kept(Deletion request) {
        return known(request)
                .map(purposes -> kept.among(purposes.stream()
                        .flatMap(each -> each.dataCategories().stream())
                        .toList()));
    }

    Mono<StoredRequest> approve(StoredRequest found, Deletion.Received received, Officer officer) {
        return Mono.zip(known(received), everything(received)).flatMap(read -> {
            List<KnownPurpose> purposes = read.getT1();
            Set<String> stay = staying(purposes);
            // of everything, what may go goes; of one purpose nothing would
            if (!stay.isEmpty()
                    && (!read.getT2() || stay.size() == received.purposes().size())) {
                throw new RequestRefused(
                        Reason.KEPT_BY_LAW, stay.stream().sorted().findFirst().orElseThrow());
            }
            return instruct(found, received.approve(), officer, "APPROVED")
                    .delayUntil(saved -> stays(received, purposes, officer))
                    .delayUntil(saved -> course.tell(saved.request(), NoticeKind.DELETION_APPROVED, clock.instant()));
        });
    }

    Mono<StoredRequest> retry(StoredRequest found, Deletion.NotInEffect failed, Officer officer) {
        return instruct(found, failed.retry(), officer, "RETRIED");
    }

    Mono<StoredRequest> refuse(StoredRequest found, Deletion.Received received, Refusal refusal, Officer officer) {
        return refused(found, received.refuse(refusal), refusal, officer);
    }

    /** What was erased goes on to the holders; for the rest the requester is told why not. */
    Mono<StoredRequest> settle(StoredRequest found, Deletion.NotInEffect failed, Refusal refusal, Officer officer) {
        if (!failed.isAnswered()) {
            return Course.refused(Reason.WRONG_STATE);
        }
        Deletion settled = failed.settle(refusal);
        return refused(found, settled, refusal, officer)
                .delayUntil(saved ->
                        settled instanceof Deletion.InEffect inEffect ? outcome.inEffect(inEffect) : Mono.empty());
    }

    private Mono<StoredRequest> instruct(
            StoredRequest found, Deletion.Approved approved, Officer officer, String event) {
        Instant now = clock.instant();
        UUID person = officer.person();
        if (person == null || person.equals(approved.facts().requester())) {
            return Course.refused(Reason.PERSON_NEEDED);
        }
        return course.move(found, approved, Happening.byOfficer(now, officer, event, null))
                .delayUntil(saved -> course.met(approved, Course.ACKNOWLEDGED, now))
                .delayUntil(saved -> approved.facts().isOwn()
                        ? instructHolders(approved, now)
                        : instruct(approved, person, officer, now))
                .flatMap(saved -> requests.find(approved.facts().id()));
    }

    private Mono<Void> instruct(Deletion.Approved approved, UUID person, Officer officer, Instant now) {
        return everything(approved)
                .flatMap(everything -> everything
                        ? instructAll(approved, person, officer, now)
                        : events.instructed(approved, Set.of(), person, now));
    }

    /** What the law has kept of a person's own data stays, as their relation does, which the civil register proves. */
    private Mono<Void> instructHolders(Deletion.Approved approved, Instant now) {
        UUID id = approved.facts().id();
        return known(approved)
                .map(this::staying)
                .flatMap(stays -> own.erase(approved, stays)
                        .thenMany(Flux.fromIterable(new TreeSet<>(stays)))
                        .concatMap(code -> outcome.notErased(id, code, Reason.KEPT_BY_LAW.name(), now))
                        .then());
    }

    /**
     * Of a student who has left, everything goes as one. While the student is at the school the law has its record kept
     * (Decree 13 art. 16.2), and what was agreed to goes purpose by purpose. What the law has kept of a purpose stays, and
     * the officer says so to the requester.
     */
    private Mono<Void> instructAll(Deletion.Approved approved, UUID person, Officer officer, Instant now) {
        UUID id = approved.facts().id();
        return Mono.zip(
                        known(approved).map(this::staying),
                        authority.isEnrolled(approved.facts().studentId()))
                .flatMap(read -> {
                    Mono<Void> told = read.getT2()
                            ? events.instructed(approved, read.getT1(), person, now)
                                    .then(course.note(approved, Happening.byOfficer(now, officer, "RECORD_KEPT", null)))
                            : events.instructedWhole(approved, person, now);
                    return told.thenMany(Flux.fromIterable(new TreeSet<>(read.getT1())))
                            .concatMap(code -> outcome.notErased(id, code, Reason.KEPT_BY_LAW.name(), now))
                            .then();
                });
    }

    /** Purposes all of whose data the law has kept. */
    private Set<String> staying(List<KnownPurpose> purposes) {
        return purposes.stream()
                .filter(each -> !each.dataCategories().isEmpty()
                        && kept.among(each.dataCategories()).size()
                                == each.dataCategories().size())
                .map(KnownPurpose::code)
                .collect(Collectors.toSet());
    }

    private Mono<Boolean> everything(Deletion request) {
        Facts facts = request.facts();
        return requests.particulars(List.of(facts))
                .map(known -> known.getOrDefault(facts.id(), Particulars.NONE).isEverything());
    }

    private Mono<Void> stays(Deletion request, List<KnownPurpose> purposes, Officer officer) {
        return Flux.fromIterable(purposes)
                .flatMapIterable(each -> kept.among(each.dataCategories()))
                .map(KeptByLaw.Entry::category)
                .distinct()
                .concatMap(category ->
                        course.note(request, Happening.byOfficer(clock.instant(), officer, "KEPT_BY_LAW", category)))
                .then();
    }

    private Mono<StoredRequest> refused(StoredRequest found, Deletion after, Refusal refusal, Officer officer) {
        Instant now = clock.instant();
        return course.sayNo(found, after, refusal, officer, now)
                .delayUntil(saved -> after instanceof Deletion.Refused
                        ? course.met(after, Course.FULFILLED, now)
                        : course.met(after, Course.ACKNOWLEDGED, now));
    }

    private Mono<List<KnownPurpose>> known(Deletion request) {
        List<String> codes =
                request.purposes().stream().map(ErasedPurpose::code).toList();
        return catalogue
                .shown(List.of(request.facts().id()))
                .filter(each -> codes.contains(each.code()))
                .flatMap(each -> request.facts().isOwn() ? Mono.justOrEmpty(OwnData.of(each)) : Mono.just(each))
                .collectList();
    }
}
