package vn.edu.privacy.notification.portal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.portal.AskPage.Right;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.EnterAtDesk;
import vn.edu.privacy.platform.page.Times;

/**
 * What an officer filled in at the desk.
 *
 * @param asked the form of the right
 */
record DeskForm(Written asked) {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_WORDS = 1000;

    DeskForm(Map<String, List<String>> fields) {
        this(new Written(fields));
    }

    /** The entry; empty while something is missing, unreadable or too long. */
    Optional<EnterAtDesk.Entry> entry(UUID studentId, Right right) {
        if (!fits()) {
            return Optional.empty();
        }
        Optional<UUID> person = person();
        Optional<DeskEntry.Identity> identity = choice(DeskEntry.Identity.values(), "identity");
        Optional<DeskEntry.Help> help = choice(DeskEntry.Help.values(), "help");
        Optional<DeskEntry.Form> form = choice(DeskEntry.Form.values(), "form");
        String language = asked.text("language");
        String place = asked.text("place");
        if (person.isEmpty()
                || identity.isEmpty()
                || help.isEmpty()
                || form.isEmpty()
                || place.isEmpty()
                || !List.of("vi", "en").contains(language)
                || (right.confirmed() && !asked.has("acknowledged", "read"))) {
            return Optional.empty();
        }
        return asked.asked(right)
                .map(complete -> new EnterAtDesk.Entry(
                        person.get(),
                        studentId,
                        complete,
                        asked.reason(),
                        identity.get(),
                        help.get(),
                        new DeskEntry.HandOver(form.get(), moment("handOverAt")),
                        language,
                        new DeskEntry.Words(
                                optional("about"),
                                place,
                                optional("identityNumber"),
                                optional("authorisation"),
                                optional("lateReason")),
                        moment("receivedAt"),
                        right.confirmed(),
                        optional("competent")));
    }

    private boolean fits() {
        return Stream.of("place", "authorisation")
                        .allMatch(field -> asked.text(field).length() <= LONGEST_LINE)
                && asked.text("identityNumber").length() <= LONGEST_NUMBER
                && asked.text("competent").length() <= LONGEST_TEXT
                && Stream.of("about", "lateReason")
                        .allMatch(field -> asked.text(field).length() <= LONGEST_WORDS)
                && Stream.of("handOverAt", "receivedAt")
                        .allMatch(field -> asked.text(field).isEmpty() || moment(field) != null);
    }

    private Optional<UUID> person() {
        try {
            return Optional.of(UUID.fromString(asked.text("person")));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private <T extends Enum<T>> Optional<T> choice(T[] values, String field) {
        return Arrays.stream(values)
                .filter(value -> asked.has(field, value.name()))
                .findFirst();
    }

    private @Nullable String optional(String field) {
        return asked.text(field).isEmpty() ? null : asked.text(field);
    }

    /** As typed, in the time of Viet Nam; null when nothing readable was. */
    private @Nullable Instant moment(String field) {
        try {
            return LocalDateTime.parse(asked.text(field)).atZone(Times.ZONE).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
