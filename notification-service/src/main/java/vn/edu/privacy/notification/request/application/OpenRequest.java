package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.deadline.StartedClocks;
import vn.edu.privacy.notification.guardianship.Acting;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** A person asks to withdraw consent or to see the data held. */
public final class OpenRequest {
    private final Authority authority;
    private final Catalogue catalogue;
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
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.requests = requests;
        this.course = course;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Opens a request; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when the requester may not act for the student or the request makes no sense
     */
    public Mono<StoredRequest> open(Order order) {
        Instant now = clock.instant();
        return about(order)
                .flatMap(studentId -> authority
                        .of(order.requester(), studentId)
                        .switchIfEmpty(Course.refused(Reason.UNKNOWN_STUDENT))
                        .flatMap(acting ->
                                content(order).flatMap(purposes -> keep(order, studentId, acting, purposes, now))));
    }

    /** The student named; without a name the requester, who must then be a student. */
    private Mono<UUID> about(Order order) {
        UUID named = order.studentId();
        return named != null
                ? Mono.just(named)
                : authority.self(order.requester()).switchIfEmpty(Course.refused(Reason.OWN_DATA_NOT_OFFERED));
    }

    private Mono<List<WithdrawnPurpose>> content(Order order) {
        return switch (order.type()) {
            case WITHDRAW ->
                order.purposes().isEmpty() ? Course.refused(Reason.PURPOSES_MISSING) : shown(order.purposes());
            case ACCESS ->
                order.purposes().isEmpty() ? Mono.just(List.of()) : Course.refused(Reason.PURPOSES_NOT_EXPECTED);
            case PROVIDE, RECTIFY, DELETE, RESTRICT, OBJECT, COMPLAIN -> Course.refused(Reason.TYPE_NOT_OFFERED);
        };
    }

    /** The versions whose consequences the requester is about to see (art. 12.3). */
    private Mono<List<WithdrawnPurpose>> shown(List<String> codes) {
        return catalogue
                .newest(codes)
                .collect(Collectors.toMap(KnownPurpose::code, Function.identity()))
                .map(known -> codes.stream()
                        .distinct()
                        .map(code -> shown(code, known))
                        .toList());
    }

    private static WithdrawnPurpose shown(String code, Map<String, KnownPurpose> known) {
        KnownPurpose purpose = known.get(code);
        if (purpose == null) {
            throw new RequestRefused(Reason.UNKNOWN_PURPOSE, code);
        }
        if (!purpose.lawfulBasis().equals("CONSENT")) {
            throw new RequestRefused(Reason.NO_CONSENT_NEEDED, code);
        }
        return WithdrawnPurpose.shown(code, purpose.version());
    }

    private Mono<StoredRequest> keep(
            Order order, UUID studentId, Acting acting, List<WithdrawnPurpose> purposes, Instant now) {
        StartedClocks started = deadlines.start(order.type().name(), now);
        return requests.nextReference(now.atZone(Deadlines.ZONE).getYear())
                .map(reference -> new Facts(
                        ids.get(), reference, order.requester(), studentId, acting.schoolId(), now, started.regime()))
                .map(facts -> order.type() == RequestType.WITHDRAW
                        ? new Withdrawal.AwaitingConfirmation(facts, purposes)
                        : new Access.Received(facts))
                .flatMap(request -> requests.insert(request, order.reason(), null, now)
                        .then(clocks.start(request.facts().id(), started))
                        .then(course.opened(request, Happening.of(now, Actor.REQUESTER, "OPENED", null)))
                        .then(received(request, now))
                        .thenReturn(new StoredRequest(request, 1, null)));
    }

    /** A withdrawal that was not confirmed yet concerns nobody else. */
    private Mono<Void> received(Request request, Instant now) {
        return request instanceof Access ? course.tell(request, NoticeKind.REQUEST_RECEIVED, now) : Mono.empty();
    }

    /**
     * What is asked.
     *
     * @param requester person id
     * @param type what for
     * @param studentId about whom; about the requester, a student, when absent
     * @param purposes what is withdrawn; only with WITHDRAW
     * @param reason the requester's words; never required
     */
    public record Order(
            UUID requester,
            RequestType type,
            @Nullable UUID studentId,
            List<String> purposes,
            @Nullable String reason) {
        public Order {
            purposes = List.copyOf(purposes);
        }
    }
}
