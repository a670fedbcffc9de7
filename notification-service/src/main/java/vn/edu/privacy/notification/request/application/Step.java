package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Map;
import vn.edu.privacy.notification.language.InLanguage;

/**
 * One holder or recipient, told to stop.
 *
 * @param holder its code
 * @param names by language
 * @param purpose what it stops doing
 * @param state how far it is
 * @param since in that state
 * @param due the stricter of the deadlines
 */
public record Step(String holder, Map<String, String> names, String purpose, State state, Instant since, Instant due) {
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
        /** It has stopped. */
        STOPPED,
        /** It has erased the data too. */
        ERASED,
        /** It does not answer; an officer must ask. */
        SILENT
    }
}
