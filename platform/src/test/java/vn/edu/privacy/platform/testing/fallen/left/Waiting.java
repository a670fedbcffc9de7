package vn.edu.privacy.platform.testing.fallen.left;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits in each way there is. */
public class Waiting {
    String forAnAnswer(Mono<String> answer) {
        return String.valueOf(answer.block());
    }

    Iterable<String> forAll(Flux<String> answers) {
        return answers.toIterable();
    }

    Function<Mono<String>, String> byReference() {
        return Mono::block;
    }

    void forAWhile() throws InterruptedException {
        Thread.sleep(1);
    }
}
