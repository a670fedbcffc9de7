package vn.edu.privacy.notification.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What this service heard of a checkpoint, for everybody. */
@RestController
class WitnessController {
    /** Short: a contradiction may still come. */
    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final R2dbcWitness witness;

    WitnessController(R2dbcWitness witness) {
        this.witness = witness;
    }

    @GetMapping("/v1/witness/checkpoints/{number:[0-9]{1,18}}")
    Mono<ResponseEntity<Testimony>> checkpoint(@PathVariable long number) {
        return witness.of(number)
                .collectList()
                .filter(heard -> !heard.isEmpty())
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .map(heard -> ResponseEntity.ok().cacheControl(BRIEFLY).body(Testimony.of(heard)));
    }

    /**
     * What was heard under one number: the first, and whether another one came later, which means that the past was
     * rewritten.
     */
    record Testimony(
            long number,
            String hash,
            String previous,
            String signed,
            Instant heardAt,
            boolean contradicted,
            List<Later> contradictions) {
        static Testimony of(List<WitnessedCheckpoint> heard) {
            WitnessedCheckpoint first = heard.getFirst();
            List<Later> later = heard.stream()
                    .skip(1)
                    .map(other -> new Later(other.signed(), other.heardAt()))
                    .toList();
            return new Testimony(
                    first.number(),
                    first.hash(),
                    first.previous(),
                    first.signed(),
                    first.heardAt(),
                    !later.isEmpty(),
                    later);
        }
    }

    /** Another checkpoint of the same number. */
    record Later(String signed, Instant heardAt) {}
}
