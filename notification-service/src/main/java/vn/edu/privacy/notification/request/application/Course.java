package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.NoticeOrder;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;

/** Moves a request on: state, timeline, clocks, event and notices together, in the caller's transaction. */
public final class Course {
    static final List<ClockRule.Code> ACKNOWLEDGED = List.of(ClockRule.Code.ACKNOWLEDGE);
    static final List<ClockRule.Code> FULFILLED_HERE = List.of(ClockRule.Code.ACKNOWLEDGE, ClockRule.Code.FULFIL);
    static final List<ClockRule.Code> FULFILLED = List.copyOf(Arrays.asList(ClockRule.Code.values()));

    private final Requests requests;
    private final Clocks clocks;
    private final RequestEvents events;
    private final Notices notices;
    private final Authority authority;

    public Course(Requests requests, Clocks clocks, RequestEvents events, Notices notices, Authority authority) {
        this.requests = requests;
        this.clocks = clocks;
        this.events = events;
        this.notices = notices;
        this.authority = authority;
    }

    /** A request has just been kept. */
    Mono<Void> opened(Request request, Happening happening) {
        return requests.log(request.facts().id(), happening).then(events.changed(request, happening.at()));
    }

    /** Keeps the new state of a locked request; what changes nothing is not told. */
    Mono<StoredRequest> move(StoredRequest before, Request after, Happening happening) {
        return requests.save(
                        new StoredRequest(after, before.version(), before.assignee(), before.joined()), happening.at())
                .flatMap(saved -> requests.log(after.facts().id(), happening)
                        .then(
                                before.request().state() == after.state()
                                        ? Mono.empty()
                                        : events.changed(after, happening.at()))
                        .thenReturn(saved));
    }

    /** Something about a request is worth telling, and leaves it as it is. */
    Mono<Void> note(Request request, Happening happening) {
        return requests.log(request.facts().id(), happening);
    }

    /** Keeps that an officer refused a locked request, or what was left of it, and tells the requester. */
    Mono<StoredRequest> sayNo(StoredRequest before, Request after, Refusal refusal, Officer officer, Instant now) {
        return move(
                        before,
                        after,
                        Happening.byOfficer(
                                now, officer, "REFUSED", refusal.ground().name()))
                .delayUntil(saved -> tell(after, NoticeKind.REQUEST_REFUSED, now));
    }

    /** The same where nothing more is to be done. */
    Mono<StoredRequest> refuse(StoredRequest before, Request after, Refusal refusal, Officer officer, Instant now) {
        return sayNo(before, after, refusal, officer, now).delayUntil(saved -> met(after, FULFILLED, now));
    }

    /** Steps that clocks measure were done. */
    Mono<Void> met(Request request, List<ClockRule.Code> codes, Instant at) {
        return clocks.meet(request.facts().id(), codes, at);
    }

    /** Tells the requester, who joined, and everybody whom the student's requests concern today. */
    Mono<Void> tell(Request request, NoticeKind kind, Instant at) {
        return tell(request.facts(), kind, at);
    }

    /** The same for what is told of a request in whatever state. */
    Mono<Void> tell(Facts facts, NoticeKind kind, Instant at) {
        UUID requester = facts.requester();
        return authority
                .concerned(facts.studentId())
                .zipWith(requests.joined(facts.id()))
                .map(people -> Stream.of(List.of(requester), people.getT2(), people.getT1())
                        .flatMap(List::stream)
                        .distinct()
                        .toList())
                .flatMap(people -> notices.tell(new NoticeOrder(people, kind, facts.id(), at)));
    }

    /** The locked request, for what only the requester may do. */
    Mono<StoredRequest> ownLocked(UUID id, UUID requester) {
        return locked(id)
                .filter(found -> found.request().facts().requester().equals(requester))
                .switchIfEmpty(refused(RequestRefused.Reason.UNKNOWN_REQUEST));
    }

    /** The locked request, for what its requester and whoever joined may do. */
    Mono<StoredRequest> askedLocked(UUID id, UUID person) {
        return locked(id)
                .filter(found -> found.isOf(person))
                .switchIfEmpty(refused(RequestRefused.Reason.UNKNOWN_REQUEST));
    }

    /** The locked request, for an officer of its school who saw this version of it, or did not say which. */
    Mono<StoredRequest> lockedFor(UUID id, Officer officer, @Nullable Long seen) {
        return locked(id)
                .filter(found -> new Reader(null, officer).sees(found))
                .switchIfEmpty(refused(RequestRefused.Reason.UNKNOWN_REQUEST))
                .filter(found -> seen == null || seen == found.version())
                .switchIfEmpty(refused(RequestRefused.Reason.STALE));
    }

    /** The locked request, for what this system does by itself. */
    Mono<StoredRequest> locked(UUID id) {
        return requests.lock(id).switchIfEmpty(refused(RequestRefused.Reason.UNKNOWN_REQUEST));
    }

    /** Refuses. */
    public static <T> Mono<T> refused(RequestRefused.Reason reason) {
        return Mono.error(() -> new RequestRefused(reason));
    }
}
