package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.look.Look;
import vn.edu.privacy.notification.look.Looks;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** Shows requests, each only to whom it may be shown. */
public final class ReadRequests {
    private final Requests requests;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Carrying carrying;
    private final Extensions extensions;
    private final Looks looks;

    public ReadRequests(
            Requests requests,
            Clocks clocks,
            Catalogue catalogue,
            Carrying carrying,
            Extensions extensions,
            Looks looks) {
        this.requests = requests;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.carrying = carrying;
        this.extensions = extensions;
        this.looks = looks;
    }

    /**
     * One request; {@link RequestRefused} (in the Mono) when the reader may not know of it. That anybody but the requester
     * looked, or tried to, is kept for the family to see (S-12).
     */
    public Mono<RequestDetails> one(UUID id, Reader reader) {
        return requests.find(id)
                .delayUntil(found -> kept(found.request().facts(), reader))
                .filter(found -> reader.sees(found.request().facts()))
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST))
                .flatMap(this::details);
    }

    private Mono<Void> kept(Facts request, Reader reader) {
        if (request.requester().equals(reader.person())) {
            return Mono.empty();
        }
        Officer officer = reader.officer();
        String viewer = officer == null ? String.valueOf(reader.person()) : officer.id();
        Look.Role role = officer == null || !reader.sees(request) ? Look.Role.OTHER : officer.role();
        return looks.keep(new Look(request.studentId(), request.id(), viewer, role, Look.What.REQUEST));
    }

    /** The request that a withdrawal recorded by consent-service opened; empty while its event is on its way. */
    public Mono<RequestDetails> openedBy(UUID decisionId, Reader reader) {
        return requests.openedBy(decisionId)
                .filter(found -> reader.sees(found.request().facts()))
                .flatMap(this::details);
    }

    /** What is asked for, in the order of the query. */
    public Mono<List<RequestDetails>> list(Requests.Query query) {
        return requests.list(query).flatMap(this::details);
    }

    /** What happened with a request, oldest first; {@link RequestRefused} when the reader may not know of it. */
    public Mono<List<TimelineEntry>> timeline(UUID id, Reader reader) {
        return one(id, reader).then(requests.timeline(id));
    }

    /** A request that has just been changed. */
    public Mono<RequestDetails> details(StoredRequest stored) {
        return details(List.of(stored)).map(List::getFirst);
    }

    private Mono<List<RequestDetails>> details(List<StoredRequest> found) {
        List<Facts> facts = found.stream().map(each -> each.request().facts()).toList();
        List<UUID> ids = facts.stream().map(Facts::id).toList();
        return Mono.zip(clocks.of(ids), catalogue.shown(ids).collectList(), carrying.of(ids), extensions.of(facts))
                .map(parts -> found.stream()
                        .map(each -> details(each, parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4()))
                        .toList());
    }

    private static RequestDetails details(
            StoredRequest stored,
            Map<UUID, List<RunningClock>> clocks,
            List<KnownPurpose> purposes,
            Map<UUID, List<Step>> steps,
            Map<UUID, Extension> extensions) {
        UUID id = stored.request().facts().id();
        List<WithdrawnPurpose> withdrawn =
                stored.request() instanceof Withdrawal withdrawal ? withdrawal.purposes() : List.of();
        List<KnownPurpose> shown = withdrawn.stream()
                .flatMap(each -> purposes.stream()
                        .filter(known -> known.code().equals(each.code()) && known.version() == each.version()))
                .toList();
        return new RequestDetails(
                stored,
                clocks.getOrDefault(id, List.of()),
                shown,
                steps.getOrDefault(id, List.of()),
                extensions.get(id));
    }
}
