package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.Redactions.Redaction;
import vn.edu.privacy.notification.access.ReleaseRefused.Reason;
import vn.edu.privacy.notification.request.application.MarkReleased;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.domain.Access;

/**
 * Releases what was gathered to the requester, without what is about others. What nobody decided on stays as it was
 * proposed, so that forgetting never shows anything. All calls join the caller's transaction.
 */
@Component
public class ReleaseData {
    private final MarkReleased released;
    private final ReviewData reviewing;
    private final Reviews reviews;
    private final Redactions redactions;
    private final GatheredData data;
    private final HolderLines lines;
    private final Requests requests;
    private final Clock clock;
    private final Duration openFor;
    private final boolean withoutReview;

    ReleaseData(
            MarkReleased released,
            ReviewData reviewing,
            Reviews reviews,
            Redactions redactions,
            GatheredData data,
            HolderLines lines,
            Requests requests,
            Clock clock,
            @Value("${privacy.access.open-for:P7D}") Duration openFor,
            @Value("${privacy.access.release-without-review:false}") boolean withoutReview) {
        this.released = released;
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.redactions = redactions;
        this.data = data;
        this.lines = lines;
        this.requests = requests;
        this.clock = clock;
        this.openFor = openFor;
        this.withoutReview = withoutReview;
    }

    /**
     * An officer releases everything that waits. Fails with {@link ReleaseRefused}, and with {@code RequestRefused}:
     * unknown to this officer, moved on since, or nothing was gathered for it.
     *
     * @param seen the version that the officer saw, or null
     * @param rulings on items where the officer decides otherwise than proposed
     */
    public Mono<StoredRequest> release(UUID id, Officer officer, @Nullable Long seen, List<Ruling> rulings) {
        return released.locked(id, officer, seen)
                .flatMap(found -> reviewing
                        .allowed(found.request().facts(), officer)
                        .filter(review ->
                                !review.answers().isEmpty() || found.request() instanceof Access.AwaitingRelease)
                        .switchIfEmpty(refused(Reason.NOTHING_TO_RELEASE))
                        .filterWhen(review -> reviewing.hasSeen(review, officer))
                        .switchIfEmpty(refused(Reason.NOT_REVIEWED))
                        .flatMap(review -> release(found, officer, review, decided(review, rulings))));
    }

    /** Releases by itself where the policy allows it: all is there, nothing is sensitive or about others. */
    Mono<Void> byPolicy(UUID id) {
        return !withoutReview
                ? Mono.empty()
                : requests.lock(id)
                        .filter(found -> found.request() instanceof Access.AwaitingRelease)
                        .filterWhen(found -> lines.of(id).map(HolderLines::areOver))
                        .flatMap(found -> reviews.of(found.request().facts())
                                .filter(review -> review.isPlain() && !review.isSensitive())
                                .flatMap(review -> release(found, null, review, List.of())))
                        .then();
    }

    private Mono<StoredRequest> release(
            StoredRequest found, @Nullable Officer officer, Review review, List<Redaction> leftOut) {
        Instant now = clock.instant();
        UUID id = review.requestId();
        return redactions
                .keep(id, leftOut, officer == null ? null : officer.id(), now)
                .then(data.release(
                        id, review.answers().stream().map(Review.Answer::holder).toList(), now))
                .then(lines.of(id))
                .flatMap(all -> released.mark(found, officer, now.plus(openFor), HolderLines.areOver(all)));
    }

    private static List<Redaction> decided(Review review, List<Ruling> rulings) {
        Map<String, Map<Integer, Ruling>> ruled = new HashMap<>();
        rulings.forEach(ruling -> ruled.computeIfAbsent(ruling.holder(), holder -> new HashMap<>())
                .put(ruling.position(), ruling));
        List<Redaction> leftOut = new ArrayList<>();
        for (Review.Answer answer : review.answers()) {
            Map<Integer, Ruling> ofHolder = ruled.getOrDefault(answer.holder(), Map.of());
            for (Review.Item item : answer.items()) {
                Ruling ruling = ofHolder.isEmpty() ? null : ofHolder.remove(item.position());
                if (item.isGone() && ruling != null) {
                    throw new ReleaseRefused(Reason.ITEM_IS_GONE);
                }
                if (ruling != null
                        && ruling.leaveOut() == null
                        && !ruling.words().isEmpty()) {
                    throw new ReleaseRefused(Reason.GROUND_NEEDED);
                }
                LeftOut reason = ruling == null ? item.proposed() : ruling.leaveOut();
                if (reason != null && reason.isOfficers() && !item.isGone()) {
                    leftOut.add(new Redaction(answer.holder(), item.position(), reason, covered(ruling, item)));
                }
            }
        }
        // what was ruled on and found is taken away above
        if (!ruled.values().stream().allMatch(Map::isEmpty)) {
            throw new ReleaseRefused(Reason.UNKNOWN_ITEM);
        }
        return leftOut;
    }

    private static Covered covered(@Nullable Ruling ruling, Review.Item item) {
        if (ruling == null || ruling.words().isEmpty()) {
            return Covered.ALL;
        }
        try {
            return Covered.of(item.data().value(), ruling.words());
        } catch (Covered.WordsNotFound notThere) {
            throw new ReleaseRefused(Reason.WORDS_NOT_FOUND, notThere);
        }
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new ReleaseRefused(reason));
    }

    /**
     * What an officer decides on one item.
     *
     * @param holder whose answer it is in
     * @param position in that answer, from 0
     * @param leaveOut why it is left out, a reason of {@link LeftOut#isOfficers}; absent when it is shown
     * @param words which words of the value are left out, each wherever it stands; empty for all of it
     */
    public record Ruling(
            String holder, int position, @Nullable LeftOut leaveOut, List<String> words) {
        public Ruling {
            words = List.copyOf(words);
        }
    }
}
