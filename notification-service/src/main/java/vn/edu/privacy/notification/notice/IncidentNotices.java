package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells people of a violation that touched their data or a child's (R-BR-11). */
@Component
public class IncidentNotices {
    private final Telling telling;

    IncidentNotices(Telling telling) {
        this.telling = telling;
    }

    /** Writes the notice into the inbox of each and orders its delivery; who was told before is not told again. */
    public Mono<Void> tell(UUID incidentId, Collection<UUID> people, Instant at) {
        return telling.tell(new Tidings(
                NoticeKind.INCIDENT,
                List.copyOf(people),
                new Matter(null, null, null, null, null, incidentId),
                null,
                at));
    }
}
