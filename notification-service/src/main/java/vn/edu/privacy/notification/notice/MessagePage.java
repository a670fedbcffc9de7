package vn.edu.privacy.notification.notice;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Where the link of a message leads: to what it is about, when that is one matter, else to the inbox. For anybody else
 * than its addressee it is a link to one's own inbox.
 */
@Controller
class MessagePage {
    private final Inbox inbox;
    private final NoticeLinks links;

    MessagePage(Inbox inbox, NoticeLinks links) {
        this.inbox = inbox;
        this.links = links;
    }

    @GetMapping("/n/{code}")
    Mono<Rendering> follow(@PathVariable String code, Caller caller) {
        return Mono.justOrEmpty(MessageCode.read(code))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(id -> inbox.ofMessage(id, caller.requirePerson()))
                .map(notices -> Rendering.redirectTo(
                                notices.size() == 1
                                        ? links.to(
                                                notices.getFirst().kind(),
                                                notices.getFirst().matter())
                                        : "/inbox")
                        .build());
    }
}
