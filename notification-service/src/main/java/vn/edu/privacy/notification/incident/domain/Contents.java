package vn.edu.privacy.notification.incident.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a violation, in words.
 *
 * @param texts by part; a part that is absent is not known yet
 */
public record Contents(Map<Content, String> texts) {
    public Contents {
        EnumMap<Content, String> told = new EnumMap<>(Content.class);
        texts.forEach((part, text) -> {
            if (!text.isBlank()) {
                told.put(part, text.strip());
            }
        });
        texts = Map.copyOf(told);
    }

    /** One part; empty when it is not known yet. */
    public String of(Content part) {
        return texts.getOrDefault(part, "");
    }

    /** What of these parts is not known yet, in their order. */
    public List<Content> missing(List<Content> parts) {
        return parts.stream().filter(part -> !texts.containsKey(part)).toList();
    }

    /** The same with what was learned since; what is not said again stands. */
    public Contents with(Contents learned) {
        EnumMap<Content, String> all = new EnumMap<>(Content.class);
        all.putAll(texts);
        all.putAll(learned.texts);
        return new Contents(all);
    }
}
