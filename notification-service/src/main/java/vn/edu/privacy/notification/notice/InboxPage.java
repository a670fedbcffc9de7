package vn.edu.privacy.notification.notice;

import java.util.Locale;
import java.util.UUID;
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

    InboxPage(InboxController inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox")
    Mono<Rendering> read(Caller caller, Locale locale) {
        return inbox.read(caller, locale)
                .map(all -> Rendering.view("inbox")
                        .modelAttribute("unread", all.unread())
                        .modelAttribute("notices", all.items())
                        .build());
    }

    @PostMapping("/inbox/{id}/reading")
    Mono<Rendering> markRead(@PathVariable UUID id, Caller caller) {
        return inbox.markRead(id, caller)
                .thenReturn(Rendering.redirectTo("/inbox").build());
    }
}
