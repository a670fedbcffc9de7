package vn.edu.privacy.notification.incident;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.RemindOfIncidents;
import vn.edu.privacy.notification.incident.application.TellAffected;

/**
 * What is done about violations by itself. Several instances may run: a violation is told by one at a time, a batch to a
 * transaction, and whoever was told stays told.
 */
@Component
class IncidentSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentSchedule.class);

    private final TellAffected telling;
    private final RemindOfIncidents reminding;
    private final TransactionalOperator transaction;

    IncidentSchedule(TellAffected telling, RemindOfIncidents reminding, TransactionalOperator transaction) {
        this.telling = telling;
        this.reminding = reminding;
        this.transaction = transaction;
    }

    /** Tells the people of violations that an officer ordered to be told. */
    @Scheduled(fixedDelayString = "${privacy.incident.tell-interval:PT2S}")
    Mono<Void> tell() {
        return Mono.defer(telling::toTell)
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(id -> some(id).expand(more -> more ? some(id) : Mono.empty()))
                .then();
    }

    /** Reminds officers of deadlines and notes those missed. */
    @Scheduled(fixedDelayString = "${privacy.incident.remind-interval:PT20S}")
    Mono<Void> remind() {
        return Mono.defer(reminding::remind)
                .as(transaction::transactional)
                .filter(missed -> missed > 0)
                .doOnNext(missed -> LOG.warn("{} deadlines to tell of violations were missed", missed))
                .then();
    }

    private Mono<Boolean> some(UUID id) {
        return Mono.defer(() -> telling.tellSome(id)).as(transaction::transactional);
    }
}
