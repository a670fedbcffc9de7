package vn.edu.privacy.notification.deadline;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes deadlines that were missed, each once: the record of it stays, whatever is done later (R-DL-05). */
@Component
class DeadlineSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSchedule.class);

    private final Clocks clocks;
    private final Clock clock;

    DeadlineSchedule(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${privacy.deadlines.interval:PT20S}")
    Mono<Void> noteOverdue() {
        return Mono.defer(() -> clocks.noteOverdue(clock.instant()))
                .filter(noted -> noted > 0)
                .doOnNext(noted -> LOG.warn("{} deadlines of requests were missed", noted))
                .then();
    }
}
