package vn.edu.privacy.notification.carrying;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.language.InLanguage;
import vn.edu.privacy.notification.request.application.Step;

/**
 * An instruction as officers look after it.
 *
 * @param id of the instruction
 * @param schoolId whose officers
 * @param requestId for which request; absent when the answer for a record changed
 * @param reference what people call that request
 * @param cause why, where no person asked
 * @param studentId about whom
 * @param holder its code
 * @param names by language
 * @param purpose with the data of which purpose
 * @param action what the holder is to do
 * @param state how far it is
 * @param reason a code, why not
 * @param since in that state
 * @param due until when
 * @param attempts how often the holder was asked
 * @param nextAttemptAt when it is asked again; absent when only people can tell it
 */
record Task(
        UUID id,
        String schoolId,
        @Nullable UUID requestId,
        @Nullable String reference,
        @Nullable String cause,
        UUID studentId,
        String holder,
        Map<String, String> names,
        String purpose,
        Action action,
        Step.State state,
        @Nullable String reason,
        Instant since,
        Instant due,
        int attempts,
        @Nullable Instant nextAttemptAt) {
    Task {
        names = Map.copyOf(names);
    }

    String name(String language) {
        return InLanguage.of(names, language, holder);
    }

    /** Whether nobody but people tells the holder. */
    boolean manual() {
        return !state.done() && nextAttemptAt == null;
    }
}
