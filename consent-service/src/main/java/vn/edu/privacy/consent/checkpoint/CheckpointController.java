package vn.edu.privacy.consent.checkpoint;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** Checkpoints for everybody: whoever keeps one can ask later whether the past is still the same. */
@RestController
@RequestMapping("/v1/checkpoints")
class CheckpointController {
    private static final CacheControl UNTIL_THE_NEXT =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final ProblemType NONE_YET = new ProblemType("no-checkpoint-yet", 404);

    private final R2dbcCheckpoints checkpoints;
    private final Duration interval;

    CheckpointController(
            R2dbcCheckpoints checkpoints, @Value("${privacy.checkpoints.interval:PT1M}") Duration interval) {
        this.checkpoints = checkpoints;
        this.interval = interval;
    }

    @GetMapping("/latest")
    Mono<ResponseEntity<SignedCheckpoint>> latest() {
        return answer(checkpoints.newest(), UNTIL_THE_NEXT)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(NONE_YET, interval.toSeconds())));
    }

    @GetMapping("/{number:[0-9]{1,18}}")
    Mono<ResponseEntity<SignedCheckpoint>> one(@PathVariable long number) {
        return answer(checkpoints.find(number), FOR_EVER)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    private static Mono<ResponseEntity<SignedCheckpoint>> answer(Mono<SignedCheckpoint> found, CacheControl cache) {
        return found.map(checkpoint -> ResponseEntity.ok().cacheControl(cache).body(checkpoint));
    }
}
