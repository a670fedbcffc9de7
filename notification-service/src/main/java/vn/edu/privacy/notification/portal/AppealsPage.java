package vn.edu.privacy.notification.portal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.DecideAppeal;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The head of a unit sees the appeals against refusals, and decides on each once. */
@Controller
class AppealsPage {
    private static final int LONGEST_TEXT = 2000;

    private final ReadRequests requests;
    private final DecideAppeal deciding;
    private final Directory directory;
    private final Words words;

    AppealsPage(ReadRequests requests, DecideAppeal deciding, Directory directory, Words words) {
        this.requests = requests;
        this.deciding = deciding;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping(Paths.APPEALS)
    Mono<Rendering> list(Caller caller, Locale locale) {
        return requests.appealed(Readers.head(caller))
                .flatMap(open -> directory
                        .students(open.stream()
                                .map(each -> each.facts().studentId())
                                .toList())
                        .map(names -> Rendering.view("officer-appeals")
                                .modelAttribute(
                                        "requests",
                                        open.stream()
                                                .map(each -> words.of(
                                                        each,
                                                        names.get(each.facts().studentId()),
                                                        locale))
                                                .toList())
                                .build()));
    }

    @GetMapping(Paths.DECIDING)
    Mono<Rendering> show(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, caller, locale, HttpStatus.OK, "");
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the appeal. */
    @GetMapping(Paths.DECISION)
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(Paths.deciding(id)).build();
    }

    @PostMapping(Paths.DECISION)
    Mono<Rendering> decide(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String text = form.getOrDefault("text", List.of("")).getFirst().strip();
            String outcome = String.valueOf(form.getFirst("outcome"));
            if (!List.of("allow", "dismiss").contains(outcome) || text.isEmpty() || text.length() > LONGEST_TEXT) {
                return page(id, caller, locale, HttpStatus.UNPROCESSABLE_CONTENT, text);
            }
            return deciding.decide(id, Readers.head(caller), OfficerPage.version(form), outcome.equals("allow"), text)
                    .thenReturn(Rendering.redirectTo(Paths.deciding(id)).build());
        });
    }

    private Mono<Rendering> page(UUID id, Caller caller, Locale locale, HttpStatus status, String text) {
        Reader reader = new Reader(null, Readers.head(caller));
        return requests.one(id, reader)
                .filter(details -> details.appeal() != null)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(details -> Mono.zip(
                                directory.students(List.of(details.facts().studentId())), requests.timeline(id, reader))
                        .map(known -> Rendering.view("officer-appeal")
                                .status(status)
                                .modelAttribute(
                                        "request",
                                        words.of(
                                                details,
                                                known.getT1()
                                                        .get(details.facts().studentId()),
                                                locale))
                                .modelAttribute("events", words.events(known.getT2(), details, locale))
                                .modelAttribute("missing", status.isError())
                                .modelAttribute("text", text)
                                .build()));
    }
}
