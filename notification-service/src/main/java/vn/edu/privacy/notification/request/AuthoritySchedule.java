package vn.edu.privacy.notification.request;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.StopRequests;

/** Birthdays and last days of a guardianship come without an event: undecided requests are looked through. */
@Component
class AuthoritySchedule {
    private final Requests requests;
    private final StopRequests stopping;
    private final TransactionalOperator transaction;

    AuthoritySchedule(Requests requests, StopRequests stopping, TransactionalOperator transaction) {
        this.requests = requests;
        this.stopping = stopping;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${privacy.authority.interval:PT10M}")
    Mono<Void> look() {
        return Mono.defer(() -> requests.undecided(null))
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(id -> stopping.check(id).as(transaction::transactional))
                .then();
    }
}
