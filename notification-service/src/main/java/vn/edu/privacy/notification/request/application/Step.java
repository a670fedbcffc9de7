package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.language.InLanguage;

/**
 * One holder or recipient, and what it was told to do.
 *
 * @param holder its code
 * @param names by language
 * @param purpose with the data of which purpose
 * @param action what it is to do
 * @param state how far it is
 * @param reason a code, why it refuses; absent otherwise
 * @param since in that state
 * @param due the stricter of the deadlines
 */
public record Step(
        String holder,
        Map<String, String> names,
        String purpose,
        Action action,
        State state,
        @Nullable String reason,
        Instant since,
        Instant due) {
    public Step {
        names = Map.copyOf(names);
    }

    /** The holder's name in a language, in Vietnamese where there is none. */
    public String name(String language) {
        return InLanguage.of(names, language, holder);
    }

    /** How far a holder is. */
    public enum State {
        /** Not told yet. */
        PENDING,
        /** It knows. */
        TOLD,
        /** It processes no more. */
        STOPPED,
        /** It stores and does nothing else. */
        RESTRICTED,
        /** It processes again. */
        LIFTED,
        /** It has erased the data. */
        ERASED,
        /** It has put right what was wrong. */
        RECTIFIED,
        /** A later answer of the person's took its place before it was carried out. */
        SUPERSEDED,
        /** It will not be done, for a reason; an officer has looked into it. */
        NOT_DONE,
        /** It will not do it; an officer must ask. */
        REFUSED,
        /** It does not answer; an officer must ask. */
        SILENT;

        /** Whether nothing is left to do. */
        public boolean done() {
            return switch (this) {
                case STOPPED, RESTRICTED, LIFTED, ERASED, RECTIFIED, SUPERSEDED, NOT_DONE -> true;
                case PENDING, TOLD, REFUSED, SILENT -> false;
            };
        }
    }
}
