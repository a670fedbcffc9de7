package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.guardianship.AuthorityChanges;
import vn.edu.privacy.notification.guardianship.RosterLate;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.StopReason;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/**
 * Stops requests, with a reason, once nobody who asked may act for the student any more: a guardianship or an authorisation
 * ended, or the student came of age (R-CH-10, R-CH-24). What is on its way to consent-service is judged there, again.
 */
public final class StopRequests implements AuthorityChanges {
    private final Requests requests;
    private final Course course;
    private final Authority authority;
    private final Clock clock;

    public StopRequests(Requests requests, Course course, Authority authority, Clock clock) {
        this.requests = requests;
        this.course = course;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public Mono<Void> changed(UUID studentId) {
        return requests.undecided(studentId)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::check)
                .then();
    }

    /** Stops the request unless somebody who asked may still act; while the roster is behind nothing is stopped. */
    public Mono<Void> check(UUID id) {
        return course.locked(id)
                .flatMap(found -> ended(found).flatMap(reason -> stop(found, reason)))
                .onErrorResume(RosterLate.class, late -> Mono.empty())
                .then();
    }

    /** Why nobody who asked may act any more; empty while somebody may. */
    Mono<StopReason> ended(StoredRequest found) {
        UUID studentId = found.request().facts().studentId();
        if (found.request().facts().isOwn()) {
            // the right to one's own data ends with no relation
            return Mono.empty();
        }
        return Flux.fromStream(Stream.concat(Stream.of(found.request().facts().requester()), found.joined().stream()))
                .concatMap(person -> authority.of(person, studentId, Matters.of(found.request())))
                .hasElements()
                .filter(somebody -> !somebody)
                .flatMap(nobody -> authority.isOfAge(studentId))
                .flatMap(ofAge -> ofAge
                        ? Mono.just(StopReason.STUDENT_OF_AGE)
                        : authority
                                .byMandate(found.request().facts().requester(), studentId)
                                .map(byMandate ->
                                        byMandate ? StopReason.MANDATE_ENDED : StopReason.GUARDIANSHIP_ENDED));
    }

    /** Stops it where it can be stopped; the request as it is then. */
    Mono<StoredRequest> stop(StoredRequest found, StopReason reason) {
        Instant now = clock.instant();
        return Mono.justOrEmpty(stopped(found.request(), reason))
                .flatMap(stopped -> course.move(
                                found, stopped, Happening.of(now, Actor.SYSTEM, "STOPPED", reason.name()))
                        .delayUntil(saved -> course.met(stopped, Course.FULFILLED, now))
                        .delayUntil(saved -> course.tell(stopped, NoticeKind.REQUEST_STOPPED, now)))
                .defaultIfEmpty(found);
    }

    private static Optional<Request> stopped(Request request, StopReason reason) {
        return switch (request) {
            case Withdrawal.AwaitingConfirmation awaiting -> Optional.of(awaiting.stop(reason));
            case Restriction.AwaitingConfirmation awaiting -> Optional.of(awaiting.stop(reason));
            case Deletion.Received received -> Optional.of(received.stop(reason));
            case Access.Received received -> Optional.of(received.stop(reason));
            case Rectification.Received received -> Optional.of(received.stop(reason));
            case Provision.Received received -> Optional.of(received.stop(reason));
            case Provision.ForOrganisation received -> Optional.of(received.stop(reason));
            case Complaint.Received received -> Optional.of(received.stop(reason));
            default -> Optional.empty();
        };
    }
}
