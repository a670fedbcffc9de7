package vn.edu.privacy.notification.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.channel.Channel;

/** The words of today for every kind, channel and language, composed from the bundles. */
@Component
class Wordings {
    static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    private final NoticeTexts texts;

    Wordings(NoticeTexts texts) {
        this.texts = texts;
    }

    /** For a notice of that kind, or several of it. */
    Wording of(NoticeKind kind, Channel channel, Locale language) {
        return of(kind.name(), channel, language, texts.text(kind, language));
    }

    /** For a message that leads to notices of those kinds. */
    Wording of(List<NoticeKind> kinds, Channel channel, Locale language) {
        return kinds.size() == 1
                ? of(kinds.getFirst(), channel, language)
                : of(
                        Wording.DIGEST,
                        channel,
                        language,
                        texts.say(Wording.DIGEST + ".text", language) + "\n\n" + Wording.TITLES);
    }

    /** The titles of those kinds, a line each. */
    String titles(List<NoticeKind> kinds, Locale language) {
        return kinds.stream().map(kind -> "– " + texts.title(kind, language)).collect(Collectors.joining("\n"));
    }

    /** All of them. A digest is none in the portal, where each notice stands by itself. */
    List<Wording> all() {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.concat(
                        Arrays.stream(NoticeKind.values())
                                .flatMap(kind ->
                                        Arrays.stream(Channel.values()).map(channel -> of(kind, channel, language))),
                        Channel.OUTSIDE.stream().map(channel -> of(List.of(NoticeKind.values()), channel, language))))
                .toList();
    }

    private Wording of(String name, Channel channel, Locale language, String text) {
        String title = texts.say(name + ".title", language);
        return switch (channel) {
            case PORTAL -> new Wording(name, channel, language, title, text);
            case EMAIL ->
                new Wording(
                        name,
                        channel,
                        language,
                        title,
                        String.join(
                                "\n\n",
                                text,
                                texts.say("email.link", language) + "\n" + Wording.LINK,
                                texts.say("email.foot", language),
                                ""));
            case SMS ->
                new Wording(
                        name,
                        channel,
                        language,
                        "",
                        title + ". " + texts.say("sms.link", language) + " " + Wording.LINK);
            case ZALO ->
                new Wording(
                        name,
                        channel,
                        language,
                        "",
                        String.join("\n\n", title, text, texts.say("email.link", language) + "\n" + Wording.LINK));
        };
    }
}
