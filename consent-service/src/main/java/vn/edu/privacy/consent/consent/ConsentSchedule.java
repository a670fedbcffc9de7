package vn.edu.privacy.consent.consent;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.ExpireConsents;

/** What happens by the clock. Several instances may do it at once: a student's lock lets the second find nothing to do. */
@Component
class ConsentSchedule {
    private final ExpireConsents expireConsents;

    ConsentSchedule(ExpireConsents expireConsents) {
        this.expireConsents = expireConsents;
    }

    @Scheduled(fixedDelayString = "${privacy.consents.expiry-interval:PT20S}")
    Mono<Void> expire() {
        return expireConsents.run();
    }
}
