package vn.edu.privacy.notification.incident.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.platform.page.Times;

/**
 * What somebody typed into a form.
 *
 * @param form which form; empty for a page nobody sent a form of
 * @param fields all that came
 */
record Typed(String form, Map<String, List<String>> fields) {
    static final Typed NOTHING = new Typed("", Map.of());
    private static final int LONGEST_VERSION = 18;

    static Typed of(String form, MultiValueMap<String, String> fields) {
        return new Typed(form, Map.copyOf(fields));
    }

    /** What stands in a field of a form: what was typed, where that form was sent back; for the templates. */
    public String in(String which, String field, String otherwise) {
        return which.equals(form) ? text(field) : otherwise;
    }

    /** Whether a choice of a form is made; for the templates. */
    public boolean chose(String which, String field, String choice, boolean otherwise) {
        return which.equals(form) ? fields.getOrDefault(field, List.of()).contains(choice) : otherwise;
    }

    /** A text without the white space around it; empty when nothing was typed. */
    String text(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    /** A text that need not be there. */
    @Nullable
    String optional(String field, int longest) {
        String text = text(field);
        if (text.length() > longest) {
            throw new InvalidForm(field);
        }
        return text.isEmpty() ? null : text;
    }

    /** A text that has to be there. */
    String required(String field, int longest) {
        String text = optional(field, longest);
        if (text == null) {
            throw new InvalidForm(field);
        }
        return text;
    }

    /** A code of ours, or nothing. */
    @Nullable
    String code(String field) {
        String text = optional(field, 60);
        if (text != null && !text.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
            throw new InvalidForm(field);
        }
        return text;
    }

    /** A time of day here, or nothing. */
    @Nullable
    Instant time(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(Times.ZONE).toInstant();
        } catch (DateTimeException notATime) {
            throw new InvalidForm(field);
        }
    }

    /** A time of day here, that has to be there. */
    Instant requiredTime(String field) {
        Instant time = time(field);
        if (time == null) {
            throw new InvalidForm(field);
        }
        return time;
    }

    /** One of an enumeration. */
    <E extends Enum<E>> E one(Class<E> type, String field) {
        return constant(type, field, text(field));
    }

    /** Any of an enumeration. */
    <E extends Enum<E>> Set<E> some(Class<E> type, String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(name -> constant(type, field, name))
                .collect(Collectors.toSet());
    }

    /** The parts of what is known that were typed. */
    Contents contents() {
        EnumMap<Content, String> parts = new EnumMap<>(Content.class);
        for (Content part : Content.values()) {
            String text = optional(part.name(), IncidentBodies.LONGEST);
            if (text != null) {
                parts.put(part, text);
            }
        }
        return new Contents(parts);
    }

    /** The version that the page showed, or null. */
    @Nullable
    Long version() {
        String text = text("version");
        return text.length() <= LONGEST_VERSION && text.matches("[0-9]+") ? Long.valueOf(text) : null;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException notOne) {
            throw new InvalidForm(field);
        }
    }

    /** A field that cannot be read. */
    static final class InvalidForm extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String field;

        InvalidForm(String field) {
            super(field);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
