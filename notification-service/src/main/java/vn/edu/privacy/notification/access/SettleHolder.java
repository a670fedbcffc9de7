package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HolderLine.Settlement;
import vn.edu.privacy.notification.access.HolderLine.State;
import vn.edu.privacy.notification.access.ReleaseRefused.Reason;
import vn.edu.privacy.notification.request.application.MarkGathered;
import vn.edu.privacy.notification.request.application.MarkReleased;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.domain.Access;

/**
 * An officer says how it ended with a holder that does not answer by itself; the requester reads it in the holder's line.
 * With the last one the request is fulfilled, or ready for release. Joins the caller's transaction.
 */
@Component
public class SettleHolder {
    private final MarkReleased released;
    private final MarkGathered gathered;
    private final HolderLines lines;
    private final GatheredData data;
    private final Requests requests;
    private final Clock clock;

    SettleHolder(
            MarkReleased released,
            MarkGathered gathered,
            HolderLines lines,
            GatheredData data,
            Requests requests,
            Clock clock) {
        this.released = released;
        this.gathered = gathered;
        this.lines = lines;
        this.data = data;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Settles. Fails with {@link ReleaseRefused} when the holder was not asked or has answered, and with
     * {@code RequestRefused}: unknown to this officer, moved on since, or nothing is gathered for it.
     *
     * @param seen the version that the officer saw, or null
     */
    public Mono<StoredRequest> settle(UUID id, Officer officer, @Nullable Long seen, String holder, Settlement how) {
        return released.lockedToSettle(id, officer, seen)
                .flatMap(found -> lines.of(id)
                        .flatMap(known -> settleable(known, holder))
                        .then(lines.keep(id, new HolderLine(holder, State.SETTLED, how.name(), clock.instant())))
                        .then(released.settled(found, officer, holder))
                        .flatMap(saved -> lines.of(id).flatMap(now -> after(saved, now))))
                .then(requests.find(id));
    }

    private static Mono<HolderLine> settleable(List<HolderLine> lines, String holder) {
        return Mono.justOrEmpty(lines.stream()
                        .filter(line -> line.holder().equals(holder))
                        .findFirst())
                .switchIfEmpty(Mono.error(() -> new ReleaseRefused(Reason.UNKNOWN_HOLDER)))
                .filter(line -> !line.isOver())
                .switchIfEmpty(Mono.error(() -> new ReleaseRefused(Reason.HOLDER_IS_OVER)));
    }

    private Mono<Void> after(StoredRequest saved, List<HolderLine> now) {
        UUID id = saved.request().facts().id();
        if (!HolderLines.areOver(now)) {
            return Mono.empty();
        }
        return data.end(id)
                .then(gathered.mark(id))
                .then(data.waits(id))
                .flatMap(waits -> !waits
                                && (saved.request() instanceof Access.Available
                                        || saved.request() instanceof Access.Expired)
                        ? released.fulfilled(saved)
                        : Mono.empty());
    }
}
