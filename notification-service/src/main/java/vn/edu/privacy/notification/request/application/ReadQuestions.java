package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;

/** The questions of a request, for those who may know of it. */
public final class ReadQuestions {
    private final Requests requests;
    private final Questions questions;

    public ReadQuestions(Requests requests, Questions questions) {
        this.requests = requests;
        this.questions = questions;
    }

    /**
     * The questions, oldest first.
     *
     * @throws RequestRefused (in the Mono) when there is no such request, or the reader may not know of it
     */
    public Mono<List<Questions.Written>> of(UUID id, Reader reader) {
        return requests.find(id)
                .filter(reader::sees)
                .map(found -> found.request().facts())
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_REQUEST))
                .flatMap(questions::of);
    }
}
