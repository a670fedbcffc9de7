package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.StartedClocks;
import vn.edu.privacy.notification.guardianship.Acting;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestState;

/** A person asks for what the law gives them a right to. */
public final class OpenRequest {
    private final Authority authority;
    private final RequestContent contents;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Requests requests;
    private final Course course;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public OpenRequest(
            Authority authority,
            Catalogue catalogue,
            Deadlines deadlines,
            Clocks clocks,
            Requests requests,
            Course course,
            Clock clock,
            Supplier<UUID> ids) {
        this.authority = authority;
        this.contents = new RequestContent(catalogue);
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.requests = requests;
        this.course = course;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Opens a request, or joins the requester to an open one that asks for the same; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when the requester may not act for the student or the request makes no sense
     */
    public Mono<Opened> open(Order order) {
        Instant now = clock.instant();
        return about(order)
                .flatMap(studentId -> authority
                        .of(order.requester(), studentId, Matters.of(order.asked()))
                        .switchIfEmpty(Mono.defer(() -> unauthorised(order.requester(), studentId)))
                        .delayUntil(acting ->
                                Mono.justOrEmpty(refusedAbout(studentId, order)).flatMap(Course::refused))
                        .flatMap(acting -> contents.of(
                                        order.asked(), order.requester().equals(studentId))
                                .flatMap(content -> openOrJoin(order, studentId, acting, content, now))));
    }

    /**
     * Why something cannot be asked about one's own data. No consent about a person who is no student is on record, so that
     * there is none to withdraw: what was agreed to is agreed to for a student, and whoever has their own data used no more
     * objects to it, on the same clocks (Law 91 art. 4.1.d, 10.1; Decree 356 art. 5.2).
     */
    private static Optional<Reason> refusedAbout(UUID subject, Order order) {
        if (!order.requester().equals(subject)) {
            return Optional.empty();
        }
        return switch (order.asked()) {
            case Asked.Withdraw withdraw -> Optional.of(Reason.OWN_CONSENT_NOT_RECORDED);
            case Asked.Provide(var organisation) when organisation != null -> Optional.of(Reason.OWN_DATA_NOT_OFFERED);
            case Asked.Rectify(var _, List<Correction> corrections)
            when !corrections.stream().allMatch(each -> OwnData.is(each.category())) ->
                Optional.of(Reason.OWN_DATA_NOT_OFFERED);
            default -> Optional.empty();
        };
    }

    /** Whose authorisation does not go so far is told that; who may not act at all learns nothing. */
    private Mono<Acting> unauthorised(UUID requester, UUID studentId) {
        return authority
                .ofAny(requester, studentId)
                .hasElement()
                .flatMap(limited -> Course.refused(limited ? Reason.OUTSIDE_MANDATE : Reason.UNKNOWN_STUDENT));
    }

    /** The student named; without a name the requester, a student or a person whom the roster knows. */
    private Mono<UUID> about(Order order) {
        UUID named = order.studentId();
        return named != null
                ? Mono.just(named)
                : authority
                        .self(order.requester())
                        .switchIfEmpty(authority.known(order.requester()))
                        .switchIfEmpty(Course.refused(Reason.OWN_DATA_NOT_OFFERED));
    }

    private Mono<Opened> openOrJoin(
            Order order, UUID studentId, Acting acting, Function<Facts, Request> content, Instant now) {
        return requests.openingOf(studentId, order.asked().type())
                .flatMap(known -> same(known, order))
                .flatMap(same -> same.map(open -> join(open, order.requester(), now))
                        .orElseGet(() ->
                                keep(order, studentId, acting, content, now).map(stored -> new Opened(stored, false))));
    }

    private Mono<Optional<StoredRequest>> same(List<StoredRequest> known, Order order) {
        List<Facts> facts = known.stream().map(each -> each.request().facts()).toList();
        return Mono.zip(requests.particulars(facts), requests.reasons(facts))
                .map(words -> known.stream()
                        .filter(open -> {
                            UUID id = open.request().facts().id();
                            return Repetition.is(
                                    open,
                                    order,
                                    words.getT1().getOrDefault(id, Particulars.NONE),
                                    words.getT2().get(id));
                        })
                        .findFirst());
    }

    /** Whoever asks again gets the first answer; whoever asks for what another asked for becomes a requester too. */
    private Mono<Opened> join(StoredRequest open, UUID requester, Instant now) {
        UUID id = open.request().facts().id();
        if (open.isOf(requester)) {
            return course.note(open.request(), Happening.of(now, Actor.REQUESTER, "ASKED_AGAIN", null))
                    .thenReturn(new Opened(open, true));
        }
        return requests.join(id, requester, now)
                .then(course.note(open.request(), Happening.of(now, Actor.REQUESTER, "JOINED", null)))
                .then(course.tell(open.request(), NoticeKind.REQUEST_JOINED, now))
                .then(requests.find(id))
                .map(stored -> new Opened(stored, true));
    }

    private Mono<StoredRequest> keep(
            Order order, UUID studentId, Acting acting, Function<Facts, Request> content, Instant now) {
        Receipt receipt = order.receipt();
        Instant received = receipt == null ? now : receipt.at();
        Happening opened = receipt == null
                ? Happening.of(now, Actor.REQUESTER, "OPENED", null)
                : Happening.byOfficer(now, receipt.officer(), "ENTERED", null);
        StartedClocks started = deadlines.start(order.asked().type().name(), received);
        return requests.nextReference(now.atZone(Deadlines.ZONE).getYear())
                .map(reference -> new Facts(
                        ids.get(),
                        reference,
                        order.requester(),
                        studentId,
                        acting.schoolId(),
                        received,
                        started.regime()))
                .map(content)
                .flatMap(request -> requests.insert(request, order.reason(), null, now)
                        .then(clocks.start(request.facts().id(), started))
                        .then(course.opened(request, opened))
                        .then(requests.keep(request.facts(), order.asked().particulars()))
                        .then(received(request, now))
                        .thenReturn(new StoredRequest(request, 1, null)));
    }

    /** What was not confirmed yet concerns nobody else; what was refused at once is told as such. */
    private Mono<Void> received(Request request, Instant now) {
        Refusal refusal = request.refusal();
        if (refusal != null) {
            return course.note(
                            request,
                            Happening.of(
                                    now,
                                    Actor.SYSTEM,
                                    "REFUSED",
                                    refusal.ground().name()))
                    .then(course.met(request, Course.FULFILLED, now))
                    .then(course.tell(request, NoticeKind.REQUEST_REFUSED, now));
        }
        return request.state() == RequestState.RECEIVED
                ? course.tell(request, NoticeKind.REQUEST_RECEIVED, now)
                : Mono.empty();
    }

    /**
     * What is asked by whom.
     *
     * @param requester person id
     * @param studentId about whom; about the requester, a student, when absent
     * @param asked what for
     * @param reason the requester's words; never required
     * @param receipt by whom and when it was taken at the desk; absent when the requester sends it
     */
    public record Order(
            UUID requester,
            @Nullable UUID studentId,
            Asked asked,
            @Nullable String reason,
            @Nullable Receipt receipt) {
        /** What the requester sends. */
        public Order(UUID requester, @Nullable UUID studentId, Asked asked, @Nullable String reason) {
            this(requester, studentId, asked, reason, null);
        }
    }

    /**
     * That a request was taken at the desk.
     *
     * @param officer who wrote it down
     * @param at when it was received, from when its clocks run
     */
    public record Receipt(Officer officer, Instant at) {}

    /**
     * What came of it.
     *
     * @param stored the request
     * @param repeated whether it was open already, asking for the same
     */
    public record Opened(StoredRequest stored, boolean repeated) {
        /** The request. */
        public UUID id() {
            return stored.request().facts().id();
        }
    }
}
