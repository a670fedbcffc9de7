package vn.edu.privacy.notification.notice;

import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Message;

/** Makes a message of what is due: words that are the same for everybody, and a link that only its addressee can open. */
@Component
class Composer {
    private final Wordings wordings;
    private final WordingRegister register;
    private final NoticeLinks links;

    Composer(Wordings wordings, WordingRegister register, NoticeLinks links) {
        this.wordings = wordings;
        this.register = register;
        this.links = links;
    }

    /** The message in that language, with the number of its wording. */
    Mono<Message> compose(DueDelivery due, Locale language) {
        Wording wording = wordings.of(due.kinds(), due.channel(), language);
        return register.version(wording)
                .map(version -> new Message(
                        due.messageId(),
                        due.channel(),
                        wording.subject(),
                        wording.text(links.toMessage(due.noticeId()), wordings.titles(due.kinds(), language)),
                        language,
                        wording.name(),
                        version));
    }
}
