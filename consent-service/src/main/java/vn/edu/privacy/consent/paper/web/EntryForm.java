package vn.edu.privacy.consent.paper.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.consent.consent.application.DecisionDesk;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.paper.domain.PrintedForm;

/** What the desk typed from a signed form, as it was sent; names what is missing or unreadable instead of losing it. */
final class EntryForm {
    static final EntryForm EMPTY = new EntryForm(null);

    private static final int SHORTEST = 3;
    private static final int LONGEST_REFERENCE = 80;
    private static final int LONGEST_CONDITIONS = 500;
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]*");

    private final @Nullable MultiValueMap<String, String> sent;

    EntryForm(@Nullable MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /** What was typed into a field; public for the template. */
    public String text(String field) {
        String text = sent == null ? null : sent.getFirst(field);
        return text == null ? "" : text.strip();
    }

    /** Whether a box or button was chosen; public for the template. */
    public boolean chose(String field, String value) {
        return sent != null && sent.getOrDefault(field, List.of()).contains(value);
    }

    /** The fields to look at again; none before anything was sent. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (sent == null) {
            return missing;
        }
        require(missing, "party", party().isPresent());
        require(missing, "decision", decision().isPresent());
        require(missing, "method", method().isPresent());
        require(missing, "expressedOn", date("expressedOn").isPresent());
        require(missing, "lastDay", text("lastDay").isEmpty() || date("lastDay").isPresent());
        require(missing, "conditions", optional("conditions", LONGEST_CONDITIONS));
        require(
                missing,
                "reference",
                optional("reference", LONGEST_REFERENCE)
                        && (text("reference").isEmpty()
                                || REFERENCE.matcher(text("reference")).matches()));
        return missing;
    }

    /** The entry; only when nothing is missing. */
    DecisionDesk.Entry entry(PrintedForm form, String schoolId, UUID enteredBy) {
        return new DecisionDesk.Entry(
                form.studentId(),
                schoolId,
                enteredBy,
                party().orElseThrow(),
                form.number().toString(),
                date("expressedOn").orElseThrow(),
                method().orElseThrow(),
                text("reference").isEmpty() ? null : text("reference"),
                new DecisionOrder.Item(
                        form.purpose(),
                        decision().orElseThrow(),
                        null,
                        sent == null ? List.of() : sent.getOrDefault("category", List.of()),
                        false,
                        text("conditions").isEmpty() ? null : text("conditions"),
                        date("lastDay").orElse(null)));
    }

    private Optional<UUID> party() {
        try {
            return Optional.of(UUID.fromString(text("party")));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Optional<DecisionKind> decision() {
        return Arrays.stream(new DecisionKind[] {DecisionKind.GIVEN, DecisionKind.REFUSED})
                .filter(kind -> kind.name().equals(text("decision")))
                .findFirst();
    }

    private Optional<DecisionDesk.Method> method() {
        return Arrays.stream(DecisionDesk.Method.values())
                .filter(method -> method.name().equals(text("method")))
                .findFirst();
    }

    private Optional<LocalDate> date(String field) {
        try {
            return Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private boolean optional(String field, int longest) {
        int length = text(field).length();
        return length == 0 || (length >= SHORTEST && length <= longest);
    }

    private static void require(List<String> missing, String field, boolean there) {
        if (!there) {
            missing.add(field);
        }
    }
}
