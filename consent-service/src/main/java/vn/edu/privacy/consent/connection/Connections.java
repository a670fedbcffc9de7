package vn.edu.privacy.consent.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.connection.ConnectionRefused.Reason;
import vn.edu.privacy.consent.connection.LegalEntity.Active;
import vn.edu.privacy.consent.connection.LegalEntity.Cause;
import vn.edu.privacy.consent.connection.LegalEntity.Referral;
import vn.edu.privacy.consent.connection.LegalEntity.RevocationProposed;
import vn.edu.privacy.consent.connection.LegalEntity.Revoked;
import vn.edu.privacy.consent.connection.LegalEntity.SamePerson;
import vn.edu.privacy.consent.connection.LegalEntity.Suspended;

/**
 * Connects the systems of legal entities and disconnects them. What is decided holds for the next check on every instance,
 * since a check reads it in its own statement; the realm is told afterwards, until it has listened. Runs in the caller's
 * transaction; errors are {@link ConnectionRefused}.
 */
@Component
class Connections {
    private final R2dbcLegalEntities entities;
    private final Clock clock;

    Connections(R2dbcLegalEntities entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Registers a client of the realm as a system of that legal entity, unless that was disconnected for good. */
    Mono<LegalEntity> connect(String client, String code, String name, String by) {
        return entities.register(code, name, by, now())
                .filter(done -> done)
                .switchIfEmpty(ConnectionRefused.because(Reason.REVOKED))
                .flatMap(done -> entities.connect(client, code, by, now()))
                .filter(done -> done)
                .switchIfEmpty(ConnectionRefused.because(Reason.CLIENT_OF_ANOTHER))
                .then(Mono.defer(() -> entities.lock(code)));
    }

    /** Disconnects it until somebody has looked. */
    Mono<LegalEntity> suspend(String code, Cause cause, String by) {
        return step(
                code,
                entity -> entity instanceof Active active
                        ? Mono.just(active.suspend(cause, by, now()))
                        : refused(entity));
    }

    /** Connects it again. */
    Mono<LegalEntity> resume(String code, String by) {
        return step(
                code,
                entity -> entity instanceof Suspended suspended
                        ? Mono.just(suspended.resume(by, now()))
                        : refused(entity));
    }

    /** Proposes to disconnect it for good; until that is confirmed it is suspended, whatever it was. */
    Mono<LegalEntity> propose(String code, Cause cause, @Nullable Referral referral, String by) {
        return step(code, entity -> switch (entity) {
            case Active active -> Mono.just(active.suspend(cause, by, now()).propose(cause, referral, by, now()));
            case Suspended suspended -> Mono.just(suspended.propose(cause, referral, by, now()));
            case RevocationProposed proposed -> refused(proposed);
            case Revoked revoked -> refused(revoked);
        });
    }

    /** A second person disconnects it for good. */
    Mono<LegalEntity> confirm(String code, String by) {
        return step(code, entity -> {
            if (!(entity instanceof RevocationProposed proposed)) {
                return refused(entity);
            }
            try {
                return Mono.just(proposed.confirm(by, now()));
            } catch (SamePerson same) {
                return ConnectionRefused.because(Reason.SECOND_PERSON_NEEDED);
            }
        });
    }

    /** The proposal is not followed; it stays suspended. */
    Mono<LegalEntity> reject(String code, String by) {
        return step(
                code,
                entity -> entity instanceof RevocationProposed proposed
                        ? Mono.just(proposed.reject(by, now()))
                        : refused(entity));
    }

    /** All of them, those that are not active first. */
    Flux<R2dbcLegalEntities.Listed> list() {
        return entities.list();
    }

    private Mono<LegalEntity> step(String code, Function<LegalEntity, Mono<? extends LegalEntity>> change) {
        return entities.lock(code)
                .switchIfEmpty(ConnectionRefused.because(Reason.UNKNOWN))
                .<LegalEntity>flatMap(change::apply)
                .delayUntil(entities::move);
    }

    private static <T> Mono<T> refused(LegalEntity entity) {
        return ConnectionRefused.because(entity instanceof Revoked ? Reason.REVOKED : Reason.WRONG_STATE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
