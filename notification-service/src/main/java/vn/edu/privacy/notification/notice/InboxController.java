package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** One's own notices. */
@RestController
@RequestMapping("/v1/inbox")
class InboxController {
    private final Inbox inbox;
    private final Catalogue catalogue;
    private final NoticeTexts texts;
    private final NoticeLinks links;
    private final Clock clock;

    InboxController(Inbox inbox, Catalogue catalogue, NoticeTexts texts, NoticeLinks links, Clock clock) {
        this.inbox = inbox;
        this.catalogue = catalogue;
        this.texts = texts;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping
    Mono<InboxResponse> read(Caller caller, Locale locale) {
        UUID person = caller.requirePerson();
        return Mono.zip(inbox.unread(person), inbox.newest(person))
                .flatMap(both -> Mono.zip(
                                inbox.sent(both.getT2().stream().map(Told::id).toList()),
                                catalogue.newest(purposes(both.getT2())).collectMap(KnownPurpose::code))
                        .map(more -> InboxResponse.of(
                                both.getT1(), both.getT2(), more.getT1(), more.getT2(), texts, links, locale)));
    }

    private static List<String> purposes(List<Told> told) {
        return told.stream()
                .map(each -> each.matter().purpose())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @PostMapping("/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> markRead(@PathVariable UUID id, Caller caller) {
        return inbox.read(id, caller.requirePerson(), clock.instant())
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then();
    }
}
