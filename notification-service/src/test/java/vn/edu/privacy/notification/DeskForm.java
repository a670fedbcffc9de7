package vn.edu.privacy.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What an officer fills in at the desk for a person who wrote on paper, besides what is asked for. */
final class DeskForm {
    private DeskForm() {}

    static Map<String, String> filledInFor(UUID person, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "person",
                person.toString(),
                "identity",
                "CITIZEN_ID",
                "help",
                "WRITTEN_FOR",
                "form",
                "ON_PAPER",
                "place",
                "Phòng văn thư",
                "language",
                "vi"));
        fields.putAll(more);
        return fields;
    }
}
