package vn.edu.privacy.notification.carrying;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.holder.RefusalReason;

/** Instructions in words. */
@Component
class InstructionWords {
    /** How a holder's refusal by a bare status of HTTP begins. */
    private static final String STATUS = "HTTP_";

    private final MessageSource texts;

    InstructionWords(MessageSource texts) {
        this.texts = texts;
    }

    String action(Task task, Locale locale) {
        return text("rights.action." + task.action(), locale);
    }

    String state(Task task, Locale locale) {
        String state = text("rights.step." + task.state(), locale);
        String reason = reason(task.reason(), locale);
        return reason == null ? state : text("rights.step.because", locale, state, reason);
    }

    /** Why, where nobody asked; empty otherwise. */
    String cause(Task task, Locale locale) {
        return task.cause() == null || task.requestId() != null ? "" : text("carrying.cause." + task.cause(), locale);
    }

    Map<String, String> reasons(Locale locale) {
        Map<String, String> all = new LinkedHashMap<>();
        for (RefusalReason reason : RefusalReason.values()) {
            all.put(reason.name(), text("rights.why." + reason, locale));
        }
        return all;
    }

    private @Nullable String reason(@Nullable String code, Locale locale) {
        if (code == null) {
            return null;
        }
        return code.startsWith(STATUS)
                ? text("carrying.status", locale, code.substring(STATUS.length()))
                : text("rights.why." + code, locale);
    }

    private String text(String key, Locale locale, Object... args) {
        return texts.getMessage(key, args, locale);
    }
}
