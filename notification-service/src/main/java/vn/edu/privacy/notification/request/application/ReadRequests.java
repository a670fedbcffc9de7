package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.look.Look;
import vn.edu.privacy.notification.look.Looks;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** Shows requests, each only to whom it may be shown. */
public final class ReadRequests {
    private final Requests requests;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Carrying carrying;
    private final Extensions extensions;
    private final Looks looks;
    private final Grounds grounds;
    private final Appeals appeals;
    private final DeskEntries desk;

    public ReadRequests(
            Requests requests,
            Clocks clocks,
            Catalogue catalogue,
            Carrying carrying,
            Extensions extensions,
            Looks looks,
            Grounds grounds,
            Appeals appeals,
            DeskEntries desk) {
        this.requests = requests;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.carrying = carrying;
        this.extensions = extensions;
        this.looks = looks;
        this.grounds = grounds;
        this.appeals = appeals;
        this.desk = desk;
    }

    /**
     * One request; {@link RequestRefused} (in the Mono) when the reader may not know of it. That anybody but the requester
     * looked, or tried to, is kept for the family to see (S-12).
     */
    public Mono<RequestDetails> one(UUID id, Reader reader) {
        return requests.find(id)
                .delayUntil(found -> kept(found, reader))
                .filter(found -> reader.sees(found))
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST))
                .flatMap(this::details);
    }

    private Mono<Void> kept(StoredRequest found, Reader reader) {
        Facts request = found.request().facts();
        if (request.requester().equals(reader.person())) {
            return Mono.empty();
        }
        Officer officer = reader.officer();
        String viewer = officer == null ? String.valueOf(reader.person()) : officer.id();
        Look.Role role = officer == null || !reader.sees(found) ? Look.Role.OTHER : officer.role();
        return looks.keep(new Look(request.studentId(), request.id(), viewer, role, Look.What.REQUEST));
    }

    /** The request that a withdrawal recorded by consent-service opened; empty while its event is on its way. */
    public Mono<RequestDetails> openedBy(UUID decisionId, Reader reader) {
        return requests.openedBy(decisionId).filter(found -> reader.sees(found)).flatMap(this::details);
    }

    /** What is asked for, in the order of the query. */
    public Mono<List<RequestDetails>> list(Requests.Query query) {
        return requests.list(query).flatMap(this::details);
    }

    /** Requests of the reader's school whose appeal waits for its head, oldest first. */
    public Mono<List<RequestDetails>> appealed(Officer head) {
        return appeals.open(head.schoolId())
                .flatMapIterable(ids -> ids)
                .concatMap(requests::find)
                .collectList()
                .flatMap(this::details);
    }

    /** Requests entered at the desk that wait for a second person, oldest first. */
    public Mono<List<RequestDetails>> unchecked(Officer officer) {
        return desk.waiting(officer.schoolId())
                .flatMapIterable(ids -> ids)
                .concatMap(requests::find)
                .collectList()
                .flatMap(this::details);
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
        return Mono.zip(
                        clocks.of(ids),
                        catalogue.shown(ids).collectList(),
                        carrying.of(ids),
                        extensions.of(facts),
                        requests.reasons(facts),
                        appeals.of(facts),
                        requests.particulars(facts),
                        desk.of(facts))
                .map(parts -> found.stream()
                        .map(each -> details(
                                each,
                                parts.getT1(),
                                parts.getT2(),
                                parts.getT3(),
                                parts.getT4(),
                                parts.getT5(),
                                parts.getT6(),
                                parts.getT7(),
                                parts.getT8()))
                        .toList());
    }

    private RequestDetails details(
            StoredRequest stored,
            Map<UUID, List<RunningClock>> clocks,
            List<KnownPurpose> purposes,
            Map<UUID, List<Step>> steps,
            Map<UUID, Extension> extensions,
            Map<UUID, String> reasons,
            Map<UUID, Appeal> appealed,
            Map<UUID, Particulars> particulars,
            Map<UUID, DeskEntry> entered) {
        UUID id = stored.request().facts().id();
        List<KnownPurpose> shown = switch (stored.request()) {
            case Withdrawal withdrawal ->
                withdrawal.purposes().stream()
                        .flatMap(each -> version(purposes, each.code(), each.version()))
                        .toList();
            case Restriction restriction ->
                restriction.purposes().stream()
                        .flatMap(each -> version(purposes, each.code(), each.version()))
                        .toList();
            case Deletion deletion ->
                deletion.purposes().stream()
                        .flatMap(each -> version(purposes, each.code(), each.version()))
                        .toList();
            case Rectification rectification ->
                rectification.purposes().stream()
                        .flatMap(each -> version(purposes, each.code(), each.version()))
                        .toList();
            case Access access -> List.of();
            case Provision provision -> List.of();
            case Complaint complaint -> List.of();
        };
        return new RequestDetails(
                stored,
                clocks.getOrDefault(id, List.of()),
                asConcerned(stored.request(), shown),
                steps.getOrDefault(id, List.of()),
                extensions.get(id),
                reasons.get(id),
                article(stored.request()),
                appealed.get(id),
                particulars.getOrDefault(id, Particulars.NONE),
                entered.get(id));
    }

    /** About own data a request leads to other things than about a student's. */
    private static List<KnownPurpose> asConcerned(Request request, List<KnownPurpose> shown) {
        return request.facts().isOwn()
                ? shown.stream()
                        .flatMap(each -> OwnData.of(each, request.type()).stream())
                        .toList()
                : shown;
    }

    private @Nullable String article(Request request) {
        Refusal refusal = request.refusal();
        return refusal == null
                ? null
                : grounds.article(
                                refusal.ground(),
                                request.type(),
                                request.facts().regime())
                        .orElse(null);
    }

    private static Stream<KnownPurpose> version(List<KnownPurpose> purposes, String code, int version) {
        return purposes.stream().filter(known -> known.code().equals(code) && known.version() == version);
    }
}
