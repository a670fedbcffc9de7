package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.ReleaseRefused.Reason;
import vn.edu.privacy.notification.look.Look;
import vn.edu.privacy.notification.look.Looks;
import vn.edu.privacy.notification.request.application.Happening;
import vn.edu.privacy.notification.request.application.MarkReleased;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Facts;

/**
 * Shows an officer what was gathered, to take out what is about others, and writes down who looked. Where sensitive data
 * is among it, whoever approved the request neither sees nor releases it: that takes a second officer (R-SEN-02).
 */
@Component
public class ReviewData {
    private static final String REVIEWED = "REVIEWED";

    private final MarkReleased released;
    private final Reviews reviews;
    private final Requests requests;
    private final Looks looks;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReviewData(
            MarkReleased released,
            Reviews reviews,
            Requests requests,
            Looks looks,
            TransactionalOperator transaction,
            Clock clock) {
        this.released = released;
        this.reviews = reviews;
        this.requests = requests;
        this.looks = looks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What waits for release. Fails with {@link ReleaseRefused} when that takes a second officer, and with
     * {@code RequestRefused}: unknown to this officer, or nothing was gathered for it.
     */
    public Mono<Review> look(UUID id, Officer officer) {
        return released.locked(id, officer, null)
                .flatMap(found -> allowed(found.request().facts(), officer))
                .delayUntil(review ->
                        requests.log(id, new Happening(clock.instant(), Actor.OFFICER, officer.id(), REVIEWED, null)))
                .delayUntil(review -> looks.keep(
                        new Look(review.studentId(), id, officer.id(), officer.role(), Look.What.GATHERED_DATA)))
                .as(transaction::transactional);
    }

    /** What waits, for this officer; joins the caller's transaction. */
    Mono<Review> allowed(Facts request, Officer officer) {
        return Mono.zip(reviews.of(request), requests.timeline(request.id()))
                .flatMap(known -> known.getT1().isSensitive() && did("APPROVED", officer, Instant.MIN, known.getT2())
                        ? Mono.error(() -> new ReleaseRefused(Reason.SECOND_OFFICER_NEEDED))
                        : Mono.just(known.getT1()));
    }

    /** Whether the officer has looked at every answer since it came; joins the caller's transaction. */
    Mono<Boolean> hasSeen(Review review, Officer officer) {
        return requests.timeline(review.requestId())
                .map(timeline -> review.answers().stream()
                        .allMatch(answer -> did(REVIEWED, officer, answer.answeredAt(), timeline)));
    }

    private static boolean did(String event, Officer officer, Instant since, List<TimelineEntry> timeline) {
        return timeline.stream()
                .anyMatch(entry -> entry.event().equals(event)
                        && officer.id().equals(entry.actorId())
                        && !entry.at().isBefore(since));
    }
}
