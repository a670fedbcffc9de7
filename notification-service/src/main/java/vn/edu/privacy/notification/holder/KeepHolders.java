package vn.edu.privacy.notification.holder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** A data-protection officer keeps the registry of holders. */
@Component
class KeepHolders {
    private final HolderRows rows;
    private final HolderRegistry registry;
    private final HolderClients clients;
    private final Circuits circuits;
    private final Clock clock;

    KeepHolders(HolderRows rows, HolderRegistry registry, HolderClients clients, Circuits circuits, Clock clock) {
        this.rows = rows;
        this.registry = registry;
        this.clients = clients;
        this.circuits = circuits;
        this.clock = clock;
    }

    /**
     * Enters a holder, or changes it. One is connected only under an agreement that is in force and states what it must
     * (R-ROLE-01, R-TR-01).
     *
     * @throws ProblemException (in the Mono) otherwise
     */
    Mono<Void> keep(KnownHolder holder, String by) {
        Instant now = clock.instant();
        Agreement agreement = holder.agreement();
        boolean connects = holder.url() != null
                && (agreement == null
                        || !agreement.isActive(now.atZone(Deadlines.ZONE).toLocalDate()));
        if (connects) {
            return Mono.error(() -> ProblemException.of(
                            new ProblemType("holder-agreement-missing", HttpStatus.UNPROCESSABLE_CONTENT.value()))
                    .field("agreement"));
        }
        return rows.keep(holder, by, now).then(registry.refresh()).doOnSuccess(kept -> circuits.close(holder.code()));
    }

    /** Gives it no data any more, or again when there is no reason; it is told to stop and erase all the same. */
    Mono<Void> suspend(String code, @Nullable String reason, String by) {
        return known(code)
                .then(rows.suspend(code, reason, by, clock.instant()))
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(
                        () -> ProblemException.of(new ProblemType("wrong-state", HttpStatus.CONFLICT.value()))))
                .then(registry.refresh());
    }

    /** Calls it now, whatever its circuit says. It is reached when it answers about an instruction that nobody gave. */
    Mono<Probe> probe(String code) {
        return known(code)
                .filter(holder -> holder.url() != null)
                .switchIfEmpty(Mono.error(
                        () -> ProblemException.of(new ProblemType("holder-without-api", HttpStatus.CONFLICT.value()))))
                .flatMap(holder -> {
                    circuits.close(code);
                    Instant begun = clock.instant();
                    return clients.client(code)
                            .get()
                            .uri("/v1/instructions/{id}", UUID.randomUUID())
                            .exchangeToMono(response -> response.releaseBody()
                                    .thenReturn(response.statusCode().value()))
                            .map(status -> new Probe(
                                    status == HttpStatus.OK.value() || status == HttpStatus.NOT_FOUND.value(),
                                    "HTTP_" + status,
                                    Duration.between(begun, clock.instant()).toMillis()))
                            .onErrorResume(failure -> Mono.just(new Probe(
                                    false,
                                    HolderClients.inWords(failure),
                                    Duration.between(begun, clock.instant()).toMillis())));
                });
    }

    private Mono<KnownHolder> known(String code) {
        return Mono.justOrEmpty(registry.find(code))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    /**
     * What came of calling a holder.
     *
     * @param reached whether it answered as it should
     * @param answer a code, HTTP_404 or NO_ANSWER
     * @param tookMillis how long it took
     */
    record Probe(boolean reached, String answer, long tookMillis) {}
}
