package vn.edu.privacy.notification.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.notification.channel.SmsText;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What people are told, for officers to read beforehand: each kind, as it looks in each channel and language. */
@Controller
class WordingPage {
    /** Leads nowhere: it stands where a message has its own link. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Wordings wordings;
    private final WordingRegister register;
    private final NoticeTexts texts;
    private final NoticeLinks links;
    private final Gateways gateways;

    WordingPage(Wordings wordings, WordingRegister register, NoticeTexts texts, NoticeLinks links, Gateways gateways) {
        this.wordings = wordings;
        this.register = register;
        this.texts = texts;
        this.links = links;
        this.gateways = gateways;
    }

    @GetMapping("/officer/notices/templates")
    Mono<Rendering> show(@RequestParam(required = false) @Nullable String kind, Locale locale) {
        Rendering.Builder<?> page = Rendering.view("officer-templates").modelAttribute("kinds", kinds(locale));
        if (kind == null) {
            return Mono.just(page.build());
        }
        List<Wording> today =
                wordings.all().stream().filter(each -> each.name().equals(kind)).toList();
        if (today.isEmpty()) {
            return Mono.error(ProblemException.of(CommonProblems.NOT_FOUND));
        }
        return Mono.zip(Flux.fromIterable(today).concatMap(this::preview).collectList(), register.history(kind))
                .map(both -> page.modelAttribute("wordsOf", texts.say(kind + ".title", locale))
                        .modelAttribute("previews", both.getT1())
                        .modelAttribute("versions", both.getT2())
                        .build());
    }

    private List<Named> kinds(Locale locale) {
        return Stream.concat(Arrays.stream(NoticeKind.values()).map(NoticeKind::name), Stream.of(Wording.DIGEST))
                .map(name -> new Named(name, texts.say(name + ".title", locale)))
                .toList();
    }

    private Mono<Preview> preview(Wording wording) {
        List<NoticeKind> several = List.of(NoticeKind.CONSENT_EXPIRING, NoticeKind.NOTICE_CHANGED);
        String text = wording.text(links.toMessage(NOBODY), wordings.titles(several, wording.language()));
        SmsText sms = wording.channel() == Channel.SMS ? gateways.sms(text) : null;
        return register.version(wording)
                .map(version -> new Preview(
                        wording.channel(),
                        wording.language(),
                        wording.subject(),
                        sms == null ? text : sms.text(),
                        version,
                        sms));
    }

    /**
     * A kind by its title.
     *
     * @param name of the kind
     * @param title in the reader's language
     */
    record Named(String name, String title) {}

    /**
     * A message as it would leave now.
     *
     * @param channel by which
     * @param language in which
     * @param subject or title; empty where the channel has none
     * @param text with an example of a link
     * @param version number of the wording
     * @param sms what it takes as an SMS, or null
     */
    record Preview(
            Channel channel,
            Locale language,
            String subject,
            String text,
            int version,
            @Nullable SmsText sms) {}
}
