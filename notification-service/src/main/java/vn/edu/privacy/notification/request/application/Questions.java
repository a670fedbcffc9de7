package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Question;

/** Questions as kept, what was asked and answered sealed under the student's key. */
public interface Questions {
    /** Keeps a new question; joins the caller's transaction. */
    Mono<Void> ask(Facts request, Question.Open question, String officer, String text);

    /** Keeps that a question is closed; joins the caller's transaction. */
    Mono<Void> close(Facts request, Question closed, @Nullable String answer);

    /** The questions of a request, oldest first. */
    Mono<List<Written>> of(Facts request);

    /** Requests with a question whose time is over, oldest first. */
    Mono<List<UUID>> lapsed(Instant now, int limit);

    /**
     * A question with its words.
     *
     * @param question in its state
     * @param text the officer's words; absent when the student's key was destroyed
     * @param answer the requester's words, when answered
     */
    record Written(
            Question question,
            @Nullable String text,
            @Nullable String answer) {}
}
