package vn.edu.privacy.notification.portal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * What a person takes home from the desk: the form as it was filled in, and the acknowledgement with deadlines, place, form
 * and cost (Decree 13 art. 14.9, R-PROV-06). About one person, printed by the browser; never a file (letter 8343, 1.5).
 */
@Controller
class DeskPrintPage {
    private final ReadRequests requests;
    private final Directory directory;
    private final Words words;
    private final DeskWords desk;

    DeskPrintPage(ReadRequests requests, Directory directory, Words words, DeskWords desk) {
        this.requests = requests;
        this.directory = directory;
        this.words = words;
        this.desk = desk;
    }

    @GetMapping(Paths.FILLED_IN)
    Mono<Rendering> form(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, "form", caller, locale);
    }

    @GetMapping(Paths.ACKNOWLEDGEMENT)
    Mono<Rendering> acknowledgement(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, "acknowledgement", caller, locale);
    }

    private Mono<Rendering> page(UUID id, String what, Caller caller, Locale locale) {
        return requests.one(id, new Reader(null, Readers.officer(caller)))
                .filter(details -> details.desk() != null)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(details -> Mono.zip(
                                directory.students(List.of(details.facts().studentId())),
                                directory.people(List.of(details.facts().requester())))
                        .map(names -> Rendering.view("desk-print")
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .modelAttribute("what", what)
                                .modelAttribute(
                                        "request",
                                        words.of(
                                                details,
                                                names.getT1()
                                                        .get(details.facts().studentId()),
                                                locale))
                                .modelAttribute("desk", desk.of(details, locale))
                                .modelAttribute(
                                        "requester",
                                        names.getT2()
                                                .getOrDefault(details.facts().requester(), ""))
                                .build()));
    }
}
