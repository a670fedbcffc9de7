package vn.edu.privacy.notification.notice;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What notices say. None names a person, a purpose or a school: a mailbox is not a safe place. */
@Component
class NoticeTexts {
    private final MessageSource texts;

    NoticeTexts(MessageSource texts) {
        this.texts = texts;
    }

    String title(NoticeKind kind, Locale language) {
        return say(kind + ".title", language);
    }

    String text(NoticeKind kind, Locale language) {
        return say(kind + ".text", language);
    }

    String say(String key, Locale language) {
        return texts.getMessage("notice." + key, null, language);
    }
}
