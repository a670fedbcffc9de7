package vn.edu.privacy.notification.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.SeenVersion;
import vn.edu.privacy.notification.request.application.AskRequester;
import vn.edu.privacy.notification.request.application.CloseQuestion;
import vn.edu.privacy.notification.request.application.Questions;
import vn.edu.privacy.notification.request.application.ReadQuestions;
import vn.edu.privacy.notification.request.domain.Question;
import vn.edu.privacy.platform.identity.Caller;

/** What an officer has to know from the requester, and the answers. */
@RestController
@RequestMapping("/v1/requests/{id}/questions")
class QuestionController {
    private static final String SAYS_SOMETHING = "(?s).*\\S.*";

    private final AskRequester asking;
    private final CloseQuestion closing;
    private final ReadQuestions reading;

    QuestionController(AskRequester asking, CloseQuestion closing, ReadQuestions reading) {
        this.asking = asking;
        this.closing = closing;
        this.reading = reading;
    }

    @GetMapping
    Mono<Items> list(@PathVariable UUID id, Caller caller) {
        return reading.of(id, Readers.reader(caller))
                .map(all -> new Items(all.stream().map(Item::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Items> ask(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody Ask body,
            Caller caller) {
        return asking.ask(id, Readers.officer(caller), SeenVersion.of(seen), body.about(), body.text())
                .then(Mono.defer(() -> list(id, caller)));
    }

    @PostMapping("/{number}/answer")
    Mono<Items> answer(
            @PathVariable UUID id, @PathVariable int number, @Valid @RequestBody Answer body, Caller caller) {
        return closing.answer(id, caller.requirePerson(), number, body.text()).then(Mono.defer(() -> list(id, caller)));
    }

    /** Body of {@code POST …/questions}. */
    record Ask(
            @NotNull Question.About about,

            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = SAYS_SOMETHING)
            String text) {}

    /** Body of {@code POST …/questions/{number}/answer}. */
    record Answer(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = SAYS_SOMETHING)
            String text) {}

    /** The questions of a request. */
    record Items(List<Item> items) {}

    /** One question. */
    record Item(
            int number,
            Question.About about,
            @Nullable String text,
            Instant askedAt,
            Instant answerBy,
            boolean pauses,
            String outcome,
            @Nullable Instant closedAt,
            @Nullable String answer) {
        static Item of(Questions.Written written) {
            Question.Asked asked = written.question().asked();
            return new Item(
                    asked.number(),
                    asked.about(),
                    written.text(),
                    asked.at(),
                    asked.answerBy(),
                    asked.pauses(),
                    written.question().outcome().name(),
                    written.question().closedAt(),
                    written.answer());
        }
    }
}
