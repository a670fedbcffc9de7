package vn.edu.privacy.notification.notice;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;

/** The inbox as a page. */
@Controller
class InboxPage {
    private final InboxController inbox;
    private final Inbox notices;

    InboxPage(InboxController inbox, Inbox notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    @GetMapping("/inbox")
    Mono<Rendering> read(Caller caller, Locale locale) {
        return inbox.read(caller, locale)
                .zipWhen(all -> notices.openable(
                        caller.requirePerson(),
                        all.items().stream()
                                .flatMap(item -> Stream.ofNullable(item.requestId()))
                                .toList()))
                .map(known -> Rendering.view("inbox")
                        .modelAttribute("unread", known.getT1().unread())
                        .modelAttribute("notices", known.getT1().items())
                        .modelAttribute("openable", known.getT2())
                        .build());
    }

    @PostMapping("/inbox/{id}/reading")
    Mono<Rendering> markRead(@PathVariable UUID id, Caller caller) {
        return inbox.markRead(id, caller)
                .thenReturn(Rendering.redirectTo("/inbox").build());
    }
}
