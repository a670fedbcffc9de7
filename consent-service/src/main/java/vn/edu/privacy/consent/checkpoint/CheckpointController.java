package vn.edu.privacy.consent.checkpoint;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Checkpoints for everybody: whoever keeps one can ask later whether the past is still the same. */
@RestController
@RequestMapping("/v1/checkpoints")
class CheckpointController {
    private static final CacheControl UNTIL_THE_NEXT =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final R2dbcCheckpoints checkpoints;

    CheckpointController(R2dbcCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @GetMapping("/latest")
    Mono<ResponseEntity<SignedCheckpoint>> latest() {
        return answer(checkpoints.newest(), UNTIL_THE_NEXT);
    }

    @GetMapping("/{number:[0-9]{1,18}}")
    Mono<ResponseEntity<SignedCheckpoint>> one(@PathVariable long number) {
        return answer(checkpoints.find(number), FOR_EVER);
    }

    private static Mono<ResponseEntity<SignedCheckpoint>> answer(Mono<SignedCheckpoint> found, CacheControl cache) {
        return found.map(checkpoint -> ResponseEntity.ok().cacheControl(cache).body(checkpoint))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }
}
