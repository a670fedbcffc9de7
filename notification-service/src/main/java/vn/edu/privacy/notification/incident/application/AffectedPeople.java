package vn.edu.privacy.notification.incident.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whose data a violation touched, and how far they were told; everything joins the caller's transaction. */
public interface AffectedPeople {
    /** Keeps the students that the criterion finds now, in place of those found before; how many. */
    Mono<Long> keep(UUID incidentId, Criterion criterion, Instant at);

    /** How far the people were told, for each violation of which somebody said whose data it is. */
    Mono<Map<UUID, Reach>> reach(Collection<UUID> incidentIds);

    /** Orders that they are told; false when that was ordered before. */
    Mono<Boolean> order(UUID incidentId, Instant at);

    /** Violations whose people are to be told, of whom some are not. */
    Mono<List<UUID>> toTell();

    /** The next students whose people are to be told. */
    Mono<List<UUID>> next(UUID incidentId, int atMost);

    /** The people of these students were told, or nobody is known who could be. */
    Mono<Void> told(UUID incidentId, Map<UUID, List<UUID>> peopleByStudent, Instant at);

    /** Whether a person was told of the violation, and may so read what is told. */
    Mono<Boolean> wasTold(UUID incidentId, UUID personId);
}
