package vn.edu.privacy.consent.representation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed from a document, as it was sent; names what is wrong instead of losing it. */
final class RepresentationForm {
    static final RepresentationForm EMPTY = new RepresentationForm(null);

    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]{2,79}");

    private final @Nullable MultiValueMap<String, String> sent;

    RepresentationForm(@Nullable MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /** What was typed into a field; public for the template. */
    public String text(String field) {
        String text = sent == null ? null : sent.getFirst(field);
        return text == null ? "" : text.strip();
    }

    /** The purposes chosen; public for the template. */
    public List<String> purposes() {
        return sent == null ? List.of() : sent.getOrDefault("purposes", List.of());
    }

    /** The kinds of requests chosen; public for the template. */
    public List<String> requestTypes() {
        return sent == null ? List.of() : sent.getOrDefault("requestTypes", List.of());
    }

    /** The fields to look at again; none before anything was sent. Public for the template. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (sent == null) {
            return wrong;
        }
        require(wrong, "represented", id("represented").isPresent());
        require(wrong, "representative", id("representative").isPresent());
        require(wrong, "reference", REFERENCE.matcher(text("reference")).matches());
        require(wrong, "from", text("from").isEmpty() || day("from").isPresent());
        require(wrong, "until", text("until").isEmpty() || day("until").isPresent());
        return wrong;
    }

    /** The document; only when nothing is wrong. The form names the last day, what is kept is the day after. */
    KeepRepresentations.Document document() {
        return new KeepRepresentations.Document(
                id("represented").orElseThrow(),
                id("representative").orElseThrow(),
                purposes(),
                Stream.of(RequestKind.values())
                        .filter(kind -> requestTypes().contains(kind.name()))
                        .toList(),
                text("reference"),
                day("from").orElse(null),
                day("until").map(last -> last.plusDays(1)).orElse(null));
    }

    private Optional<UUID> id(String field) {
        try {
            return Optional.of(UUID.fromString(text(field)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static void require(List<String> wrong, String field, boolean right) {
        if (!right) {
            wrong.add(field);
        }
    }
}
