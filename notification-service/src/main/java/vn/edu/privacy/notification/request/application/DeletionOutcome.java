package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;

/**
 * What consent-service says of approved deletions, and how they go on to those who hold the data (Law 91 art. 14.4);
 * everything joins the caller's transaction and may be told twice.
 */
public final class DeletionOutcome {
    private static final String GONE_ALREADY = "ALREADY_ERASED";

    private final Requests requests;
    private final Course course;
    private final Carrying carrying;
    private final CompleteRequest completion;
    private final Catalogue catalogue;
    private final KeptByLaw kept;

    public DeletionOutcome(
            Requests requests,
            Course course,
            Carrying carrying,
            CompleteRequest completion,
            Catalogue catalogue,
            KeptByLaw kept) {
        this.requests = requests;
        this.course = course;
        this.carrying = carrying;
        this.completion = completion;
        this.catalogue = catalogue;
        this.kept = kept;
    }

    /** What was said in words on that purpose can be read by nobody any more. */
    public Mono<Void> erased(UUID id, String purpose, Instant at) {
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Deletion.Approved approved -> settled(found, approved.erased(purpose, at), at, "APPLIED", purpose);
            case Deletion.NotInEffect failed -> settled(found, failed.erased(purpose, at), at, "APPLIED", purpose);
            default -> Mono.empty();
        });
    }

    /** Nothing was erased for that purpose; where nothing was left to erase, that is what the requester wanted. */
    public Mono<Void> notErased(UUID id, String purpose, String reason, Instant at) {
        if (reason.equals(GONE_ALREADY)) {
            return erased(id, purpose, at);
        }
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Deletion.Approved approved ->
                settled(found, approved.refused(purpose, reason), at, "NOT_APPLIED", purpose);
            case Deletion.NotInEffect failed ->
                settled(found, failed.refused(purpose, reason), at, "NOT_APPLIED", purpose);
            default -> Mono.empty();
        });
    }

    /** What was said in words about the student can be read by nobody any more, whatever the purpose. */
    public Mono<Void> erased(UUID id, Instant at) {
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Deletion.Approved approved -> settled(found, approved.erased(at), at, "APPLIED", null);
            case Deletion.NotInEffect failed -> settled(found, failed.erased(at), at, "APPLIED", null);
            default -> Mono.empty();
        });
    }

    /** Nothing about the student was erased; where nothing was left to erase, that is what the requester wanted. */
    public Mono<Void> notErased(UUID id, String reason, Instant at) {
        if (reason.equals(GONE_ALREADY)) {
            return erased(id, at);
        }
        return requests.lock(id).flatMap(found -> switch (found.request()) {
            case Deletion.Approved approved -> settled(found, approved.refused(reason), at, "NOT_APPLIED", null);
            case Deletion.NotInEffect failed -> settled(found, failed.refused(reason), at, "NOT_APPLIED", null);
            default -> Mono.empty();
        });
    }

    private Mono<Void> settled(
            StoredRequest before, Deletion after, Instant at, String event, @Nullable String purpose) {
        return after.equals(before.request())
                ? Mono.empty()
                : course.move(before, after, Happening.of(at, RestrictionOutcome.teller(before), event, purpose))
                        .then(after instanceof Deletion.NotInEffect failed ? carryPart(failed) : Mono.empty())
                        .then(before.request().state() == after.state() ? Mono.empty() : carriedOn(after, at));
    }

    private Mono<Void> carriedOn(Deletion after, Instant at) {
        return switch (after) {
            case Deletion.InEffect inEffect -> inEffect(inEffect);
            case Deletion.NotInEffect failed -> course.tell(failed, NoticeKind.DELETION_NOT_IN_EFFECT, at);
            default -> Mono.empty();
        };
    }

    /** Erased here; whoever holds the data is told to erase it, but for what the law has kept. */
    Mono<Void> inEffect(Deletion.InEffect request) {
        UUID id = request.facts().id();
        return course.met(request, Course.FULFILLED_HERE, request.since())
                .then(course.tell(request, NoticeKind.DELETION_IN_EFFECT, request.since()))
                .then(carry(request))
                .flatMap(somebody -> somebody ? Mono.empty() : completion.complete(id));
    }

    /** What is erased already does not wait for the rest. */
    private Mono<Void> carryPart(Deletion.NotInEffect request) {
        return request.purposes().stream().anyMatch(ErasedPurpose::isErased)
                ? carry(request).then()
                : Mono.empty();
    }

    /** Own data is erased by its holders before the deletion is in effect. */
    private Mono<Boolean> carry(Deletion request) {
        return request.facts().isOwn() ? Mono.just(false) : everywhere(request);
    }

    private Mono<Boolean> everywhere(Deletion request) {
        return catalogue
                .shown(List.of(request.facts().id()))
                .collectList()
                .flatMap(known -> carrying.start(
                        HolderOrder.of(request.facts(), Action.ERASE, targets(request.purposes(), known))));
    }

    private List<HolderOrder.Target> targets(List<ErasedPurpose> purposes, List<KnownPurpose> known) {
        return purposes.stream()
                .filter(ErasedPurpose::isErased)
                .flatMap(purpose -> known.stream().filter(each -> each.code().equals(purpose.code())))
                .map(each -> new HolderOrder.Target(each.code(), List.of(), erasable(each)))
                // none would mean all
                .filter(target -> !target.dataCategories().isEmpty())
                .toList();
    }

    /** What the law has kept stays, and so does what is a guardian's own: that is theirs to have erased. */
    private List<String> erasable(KnownPurpose purpose) {
        List<String> stays = kept.among(purpose.dataCategories()).stream()
                .map(KeptByLaw.Entry::category)
                .toList();
        return purpose.dataCategories().stream()
                .filter(category -> !stays.contains(category) && !OwnData.is(category))
                .toList();
    }
}
