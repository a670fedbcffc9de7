package vn.edu.privacy.consent.checkpoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes checkpoints by the clock. A ledger that was rewritten is called out each time, until somebody has come. */
@Component
class CheckpointSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    private final MakeCheckpoint makeCheckpoint;

    CheckpointSchedule(MakeCheckpoint makeCheckpoint) {
        this.makeCheckpoint = makeCheckpoint;
    }

    @Scheduled(
            initialDelayString = "${privacy.checkpoints.interval:PT1M}",
            fixedDelayString = "${privacy.checkpoints.interval:PT1M}")
    Mono<Void> make() {
        return makeCheckpoint
                .run()
                .doOnNext(made -> LOG.info("checkpoint {} over {} chains", made.number(), made.chains()))
                .doOnError(LedgerRewritten.class, alarm -> LOG.error("ALARM: {}", alarm.getMessage()))
                .then();
    }
}
