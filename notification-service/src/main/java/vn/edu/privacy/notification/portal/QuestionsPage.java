package vn.edu.privacy.notification.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.AskRequester;
import vn.edu.privacy.notification.request.application.CloseQuestion;
import vn.edu.privacy.notification.request.application.Questions;
import vn.edu.privacy.notification.request.application.ReadQuestions;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.notification.request.domain.Question;
import vn.edu.privacy.platform.identity.Caller;

/** What the school has to know before it goes on: asked by an officer on one page, answered by the requester on another. */
@Controller
class QuestionsPage {
    private static final int LONGEST_TEXT = 2000;

    private final ReadRequests requests;
    private final ReadQuestions reading;
    private final AskRequester asking;
    private final CloseQuestion closing;
    private final Words words;

    QuestionsPage(
            ReadRequests requests, ReadQuestions reading, AskRequester asking, CloseQuestion closing, Words words) {
        this.requests = requests;
        this.reading = reading;
        this.asking = asking;
        this.closing = closing;
        this.words = words;
    }

    @GetMapping(Paths.QUESTIONS)
    Mono<Rendering> read(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, new Reader(caller.requirePerson(), null), locale, Written.NOTHING);
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the page. */
    @GetMapping(Paths.ANSWER)
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(Paths.request(id) + "/questions").build();
    }

    @PostMapping(Paths.ANSWER)
    Mono<Rendering> answer(
            @PathVariable UUID id, @PathVariable int number, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String text = text(form);
            return text.isEmpty() || text.length() > LONGEST_TEXT
                    ? page(id, new Reader(caller.requirePerson(), null), locale, new Written(true, null, text))
                    : closing.answer(id, caller.requirePerson(), number, text)
                            .thenReturn(Rendering.redirectTo(Paths.request(id)).build());
        });
    }

    @GetMapping(Paths.ASKING)
    Mono<Rendering> handle(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, new Reader(null, Readers.officer(caller)), locale, Written.NOTHING);
    }

    @PostMapping(Paths.ASKING)
    Mono<Rendering> ask(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String text = text(form);
            Question.About about = about(form);
            return about == null || text.isEmpty() || text.length() > LONGEST_TEXT
                    ? page(id, new Reader(null, Readers.officer(caller)), locale, new Written(true, about, text))
                    : asking.ask(id, Readers.officer(caller), null, about, text)
                            .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
        });
    }

    private Mono<Rendering> page(UUID id, Reader reader, Locale locale, Written written) {
        return Mono.zip(requests.one(id, reader), reading.of(id, reader))
                .map(found -> Rendering.view("questions")
                        .status(written.missing() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                        .modelAttribute("request", words.of(found.getT1(), null, locale))
                        .modelAttribute(
                                "questions",
                                found.getT2().stream().map(Asked::of).toList())
                        .modelAttribute("handles", reader.officer() != null)
                        .modelAttribute(
                                "waits",
                                found.getT2().stream().anyMatch(each -> each.question() instanceof Question.Open))
                        .modelAttribute(
                                "runs", found.getT1().clocks().stream().anyMatch(running -> running.measuresWork()))
                        .modelAttribute("abouts", List.of(Question.About.values()))
                        .modelAttribute("written", written)
                        .build());
    }

    private static Question.@Nullable About about(MultiValueMap<String, String> form) {
        String chosen = form.getFirst("about");
        return List.of(Question.About.values()).stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private static String text(MultiValueMap<String, String> form) {
        return form.getOrDefault("text", List.of("")).getFirst().strip();
    }

    /**
     * What was filled in of a form that cannot be sent yet.
     *
     * @param missing whether something is missing
     * @param about as chosen
     * @param text as typed
     */
    record Written(boolean missing, Question.@Nullable About about, String text) {
        static final Written NOTHING = new Written(false, null, "");
    }

    /**
     * A question as it is shown.
     *
     * @param number 1, 2, …
     * @param about what is missing
     * @param text the officer's words
     * @param at when it was asked
     * @param until the first moment that is too late
     * @param pauses whether the deadlines stand still
     * @param outcome how it ended, or OPEN
     * @param answer the requester's words
     */
    record Asked(
            int number,
            Question.About about,
            @Nullable String text,
            Instant at,
            Instant until,
            boolean pauses,
            Question.Outcome outcome,
            @Nullable String answer) {
        static Asked of(Questions.Written written) {
            Question.Asked asked = written.question().asked();
            return new Asked(
                    asked.number(),
                    asked.about(),
                    written.text(),
                    asked.at(),
                    asked.answerBy(),
                    asked.pauses(),
                    written.question().outcome(),
                    written.answer());
        }
    }
}
