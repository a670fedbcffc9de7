package vn.edu.privacy.platform.testing.fallen.left;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Subscribes once with, and twice without taking the error. */
public class Subscribing {
    void toTheError(Mono<String> answer) {
        answer.subscribe(text -> {}, error -> {});
    }

    void toNothing(Mono<String> answer) {
        answer.subscribe();
    }

    void toTheValueOnly(Flux<String> answers) {
        answers.subscribe(text -> {});
    }
}
