package vn.edu.privacy.notification.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.platform.identity.Caller;

/** What was sent to whom and what proves it, as a page for officers; what did not arrive is sent anew from here. */
@Controller
class SentMessagesPage {
    private static final String PATH = "/officer/notices/deliveries";
    private static final int MOST = 100;

    private final SentMessagesController messages;

    SentMessagesPage(SentMessagesController messages) {
        this.messages = messages;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(@RequestParam(defaultValue = "DEAD") Shown show, Caller caller) {
        return messages.list(show.states, MOST, caller)
                .map(found -> Rendering.view("officer-deliveries")
                        .modelAttribute("items", found.items())
                        .modelAttribute("show", show)
                        .modelAttribute("views", Shown.values())
                        .modelAttribute("full", found.items().size() == MOST)
                        .modelAttribute("dead", dead(found.items()))
                        .build());
    }

    @PostMapping(PATH + "/replay")
    Mono<Rendering> replayAll(@ModelAttribute Channels form, Caller caller) {
        return messages.replayAll(new SentMessagesController.Unreached(form.channel(), null), caller)
                .thenReturn(Rendering.redirectTo(PATH).build());
    }

    @PostMapping(PATH + "/{noticeId}/{channel}/replay")
    Mono<Rendering> replay(@PathVariable UUID noticeId, @PathVariable Channel channel, Caller caller) {
        return messages.replay(noticeId, channel, caller)
                .thenReturn(Rendering.redirectTo(PATH).build());
    }

    /** By which of the channels shown something did not arrive. */
    private static List<Channel> dead(List<SentMessages.Item> items) {
        return items.stream()
                .filter(SentMessages.Item::isDead)
                .map(SentMessages.Item::channel)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is chosen. */
    record Channels(Channel channel) {}

    /** Which of them are shown. */
    enum Shown {
        /** What did not reach the person by that channel. */
        DEAD(EnumSet.of(DeliveryState.FAILED, DeliveryState.UNDELIVERED, DeliveryState.NO_ADDRESS)),
        /** What is still to be sent. */
        WAITING(EnumSet.of(DeliveryState.PENDING)),
        /** What somebody has taken. */
        TAKEN(EnumSet.of(DeliveryState.SENT, DeliveryState.DELIVERED)),
        /** All. */
        ALL(EnumSet.allOf(DeliveryState.class));

        private final Set<DeliveryState> states;

        Shown(Set<DeliveryState> states) {
            this.states = states;
        }
    }
}
