package vn.edu.privacy.notification.portal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.ReadGathering;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.request.application.CancelRequest;
import vn.edu.privacy.notification.request.application.ConfirmRequest;
import vn.edu.privacy.notification.request.application.LiftRestriction;
import vn.edu.privacy.notification.request.application.LodgeAppeal;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.platform.identity.Caller;

/** One's own request: what it means, how far everybody is, and what is left to do. */
@Controller
class RequestPage {
    private static final int LONGEST_TEXT = 2000;

    private final ReadRequests requests;
    private final ConfirmRequest confirmation;
    private final CancelRequest cancellation;
    private final LiftRestriction lifting;
    private final LodgeAppeal appealing;
    private final Directory directory;
    private final ReadGathering gathering;
    private final GatheredWords gathered;
    private final Words words;
    private final DeskWords desk;

    RequestPage(
            ReadRequests requests,
            ConfirmRequest confirmation,
            CancelRequest cancellation,
            LiftRestriction lifting,
            LodgeAppeal appealing,
            Directory directory,
            ReadGathering gathering,
            GatheredWords gathered,
            Words words,
            DeskWords desk) {
        this.requests = requests;
        this.confirmation = confirmation;
        this.cancellation = cancellation;
        this.lifting = lifting;
        this.appealing = appealing;
        this.directory = directory;
        this.gathering = gathering;
        this.gathered = gathered;
        this.words = words;
        this.desk = desk;
    }

    @GetMapping(Paths.REQUEST)
    Mono<Rendering> show(@PathVariable UUID id, Caller caller, Locale locale) {
        return page(id, caller, locale, HttpStatus.OK);
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the request. */
    @GetMapping({Paths.CONFIRMATION, Paths.CANCELLATION, Paths.LIFTING, Paths.APPEAL})
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(Paths.request(id)).build();
    }

    /** While the event of the withdrawal is on its way the page waits, and says so. */
    @GetMapping(Paths.WITHDRAWAL)
    Mono<Rendering> opened(
            @PathVariable UUID decisionId,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean asksInside,
            Caller caller,
            ServerWebExchange exchange) {
        String base = exchange.getRequest().getPath().contextPath().value();
        return requests.openedBy(decisionId, reader(caller))
                .map(found -> Paths.request(found.facts().id()))
                .map(target -> asksInside
                        ? Rendering.view("opening")
                                .header("HX-Redirect", base + target)
                                .modelAttribute("decisionId", decisionId)
                                .build()
                        : Rendering.redirectTo(target).build())
                .switchIfEmpty(Mono.fromSupplier(() -> Rendering.view("opening")
                        .modelAttribute("decisionId", decisionId)
                        .build()));
    }

    @PostMapping(Paths.CONFIRMATION)
    Mono<Rendering> confirm(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> "read".equals(form.getFirst("acknowledged"))
                        ? confirmation
                                .confirm(id, caller.requirePerson(), true)
                                .thenReturn(
                                        Rendering.redirectTo(Paths.request(id)).build())
                        : page(id, caller, locale, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping(Paths.CANCELLATION)
    Mono<Rendering> cancel(@PathVariable UUID id, Caller caller) {
        return cancellation
                .cancel(id, caller.requirePerson())
                .thenReturn(Rendering.redirectTo(Paths.request(id)).build());
    }

    @PostMapping(Paths.LIFTING)
    Mono<Rendering> lift(@PathVariable UUID id, Caller caller) {
        return lifting.lift(id, caller.requirePerson())
                .thenReturn(Rendering.redirectTo(Paths.request(id)).build());
    }

    @PostMapping(Paths.APPEAL)
    Mono<Rendering> appeal(@PathVariable UUID id, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String text = form.getOrDefault("text", List.of("")).getFirst().strip();
            return text.isEmpty() || text.length() > LONGEST_TEXT
                    ? page(id, caller, locale, HttpStatus.UNPROCESSABLE_CONTENT)
                    : appealing
                            .lodge(id, caller.requirePerson(), text)
                            .thenReturn(Rendering.redirectTo(Paths.request(id)).build());
        });
    }

    private Mono<Rendering> page(UUID id, Caller caller, Locale locale, HttpStatus status) {
        Reader reader = reader(caller);
        return requests.one(id, reader)
                .flatMap(details -> Mono.zip(
                                directory.students(List.of(details.facts().studentId())),
                                requests.timeline(id, reader),
                                gathering.of(id, reader))
                        .map(known -> Rendering.view("request")
                                .status(status)
                                .modelAttribute(
                                        "request",
                                        words.of(
                                                details,
                                                known.getT1()
                                                        .get(details.facts().studentId()),
                                                locale))
                                .modelAttribute("desk", desk.of(details, locale))
                                .modelAttribute("events", words.events(known.getT2(), details, locale))
                                .modelAttribute(
                                        "live", details.clocks().stream().anyMatch(RunningClock::isOpen))
                                .modelAttribute("seen", known.getT2().size())
                                .modelAttribute("gathering", gathered.lines(known.getT3(), locale))
                                .modelAttribute("missing", status.isError())
                                .build()));
    }

    private static Reader reader(Caller caller) {
        return new Reader(caller.requirePerson(), null);
    }
}
