package vn.edu.privacy.notification.portal;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.RequestDetails;

/** Puts into words what was written down at the desk; of what came by the portal, where and how it is answered. */
@Component
class DeskWords {
    private final MessageSource texts;

    DeskWords(MessageSource texts) {
        this.texts = texts;
    }

    DeskShown of(RequestDetails details, Locale locale) {
        DeskEntry entry = details.desk();
        if (entry == null) {
            return new DeskShown(
                    false,
                    text("form.ON_SCREEN", locale),
                    text("place.portal", locale),
                    null,
                    "",
                    "",
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null);
        }
        DeskEntry.Words words = entry.words();
        DeskEntry.Check check = entry.check();
        return new DeskShown(
                true,
                text("form." + entry.handOver().form(), locale),
                Objects.requireNonNullElse(words.place(), "—"),
                entry.handOver().at(),
                texts.getMessage("rights.capacity." + entry.capacity(), null, locale),
                text("identity." + entry.identity(), locale),
                text("help." + entry.help(), locale),
                words.number(),
                words.authorisation(),
                words.about(),
                words.lateReason(),
                entry.enteredAt(),
                entry.waits(),
                check == null ? null : check.at());
    }

    private String text(String key, Locale locale) {
        return texts.getMessage("desk." + key, null, locale);
    }
}
