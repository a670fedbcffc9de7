package vn.edu.privacy.notification.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.witness.R2dbcWitness.Found;
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
                .flatMap(found -> Mono.justOrEmpty(Testimony.of(found)))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .map(testimony -> ResponseEntity.ok().cacheControl(BRIEFLY).body(testimony));
    }

    /**
     * What was witnessed under one number: the first, whether another one came later, which means that the past was
     * rewritten, and what was heard besides without the ledger's signature.
     */
    record Testimony(
            long number,
            String hash,
            String previous,
            String signed,
            Instant heardAt,
            boolean contradicted,
            List<Later> contradictions,
            List<Unverified> unverified) {
        static Optional<Testimony> of(List<Found> found) {
            return found.stream()
                    .filter(each -> each.verdict() == Verdict.VERIFIED)
                    .findFirst()
                    .map(first -> of(first.heard(), found));
        }

        private static Testimony of(WitnessedCheckpoint first, List<Found> found) {
            List<Later> later = found.stream()
                    .filter(each -> each.verdict() == Verdict.VERIFIED
                            && !each.heard().hash().equals(first.hash()))
                    .map(other ->
                            new Later(other.heard().signed(), other.heard().heardAt()))
                    .toList();
            return new Testimony(
                    first.number(),
                    first.hash(),
                    first.previous(),
                    first.signed(),
                    first.heardAt(),
                    !later.isEmpty(),
                    later,
                    found.stream()
                            .filter(each -> each.verdict() != Verdict.VERIFIED)
                            .map(each -> new Unverified(
                                    each.heard().signed(), each.heard().heardAt(), each.verdict()))
                            .toList());
        }
    }

    /** Another checkpoint of the same number. */
    record Later(String signed, Instant heardAt) {}

    /** Something that passes for it and that nobody witnesses. */
    record Unverified(String signed, Instant heardAt, Verdict verdict) {}
}
