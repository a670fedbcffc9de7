package vn.edu.privacy.notification.witness;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again, by the clock, at checkpoints that could not be verified. */
@Component
class WitnessSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessSchedule.class);

    private final BearWitness witness;

    WitnessSchedule(BearWitness witness) {
        this.witness = witness;
    }

    @Scheduled(fixedDelayString = "${privacy.witness.again-interval:PT1M}")
    Mono<Void> lookAgain() {
        return witness.again().onErrorResume(error -> {
            LOG.warn(
                    "checkpoints that wait to be verified still do: {}",
                    error.getClass().getName());
            return Mono.empty();
        });
    }
}
