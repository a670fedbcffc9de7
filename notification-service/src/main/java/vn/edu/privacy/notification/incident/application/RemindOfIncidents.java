package vn.edu.privacy.notification.incident.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.Incidents.Due;
import vn.edu.privacy.notification.notice.NoticeKind;
import vn.edu.privacy.notification.notice.OfficerNotices;

/** Officers are reminded before the time to tell of a violation runs out, and what was missed is noted; each once. */
public final class RemindOfIncidents {
    private final Incidents incidents;
    private final OfficerNotices officers;
    private final Duration before;
    private final Clock clock;

    /**
     * @param before how long before a deadline officers are reminded of it
     */
    public RemindOfIncidents(Incidents incidents, OfficerNotices officers, Duration before, Clock clock) {
        this.incidents = incidents;
        this.officers = officers;
        this.before = before;
        this.clock = clock;
    }

    /**
     * Reminds; joins the caller's transaction.
     *
     * @return how many deadlines were found missed
     */
    public Mono<Long> remind() {
        Instant now = clock.instant();
        return incidents
                .claimDue(now, now.plus(before))
                .flatMap(due -> Flux.fromIterable(due)
                        .concatMap(each -> tell(each, now).then(note(each, now)))
                        .then(Mono.fromSupplier(
                                () -> due.stream().filter(Due::overdue).count())));
    }

    /** Two deadlines of one violation are one reminder. */
    private Mono<Void> tell(Due due, Instant now) {
        NoticeKind kind = due.overdue() ? NoticeKind.INCIDENT_OVERDUE : NoticeKind.INCIDENT_DUE;
        UUID id = UUID.nameUUIDFromBytes((kind + " " + due.id()).getBytes(UTF_8));
        return officers.tell(due.unit(), id, kind, due.id(), now);
    }

    private Mono<Void> note(Due due, Instant now) {
        return due.overdue()
                ? incidents.log(due.id(), new Incidents.Entry(now, null, "OVERDUE", due.regime()))
                : Mono.empty();
    }
}
