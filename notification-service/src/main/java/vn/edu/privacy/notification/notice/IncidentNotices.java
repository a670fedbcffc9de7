package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.time.Ids;

/** Tells people of a violation that touched their data or a child's (R-BR-11). */
@Component
public class IncidentNotices {
    private static final String TELL = """
            with told as (
                insert into notice (id, person_id, kind, incident_id, at)
                select recipient.id, recipient.person_id, 'INCIDENT', $3, $4
                from unnest($1::uuid[], $2::uuid[]) as recipient (id, person_id)
                order by recipient.person_id
                on conflict (person_id, incident_id) do nothing
                returning id, at)
            insert into delivery (notice_id, channel, next_attempt_at)
            select id, 'EMAIL', at from told""";

    private final DatabaseClient database;

    IncidentNotices(DatabaseClient database) {
        this.database = database;
    }

    /** Writes the notice into the inbox of each and orders its delivery; who was told before is not told again. */
    public Mono<Void> tell(UUID incidentId, Collection<UUID> people, Instant at) {
        if (people.isEmpty()) {
            return Mono.empty();
        }
        UUID[] ids = Stream.generate(Ids::next).limit(people.size()).toArray(UUID[]::new);
        return database.sql(TELL)
                .bind(0, ids)
                .bind(1, people.toArray(UUID[]::new))
                .bind(2, incidentId)
                .bind(3, at)
                .then();
    }
}
