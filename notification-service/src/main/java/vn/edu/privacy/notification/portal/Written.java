package vn.edu.privacy.notification.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.portal.AskPage.Right;
import vn.edu.privacy.notification.request.application.Asked;
import vn.edu.privacy.notification.request.application.Particulars.Organisation;
import vn.edu.privacy.notification.request.domain.DeletionGround;

/**
 * What was filled into the form of a right.
 *
 * @param fields as sent
 */
record Written(Map<String, List<String>> fields) {
    static final Written NOTHING = new Written(Map.of());

    /** Between a purpose and one of its data categories. */
    static final String OF = "/";

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_LINE = 300;

    Written {
        fields = Map.copyOf(fields);
    }

    /** The text of a field; empty when there is none. */
    public String text(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    /** Whether a choice was made. */
    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    @Nullable
    String reason() {
        return text("reason").isEmpty() ? null : text("reason");
    }

    /** What is asked for; empty while something is missing or too long. */
    Optional<Asked> asked(Right right) {
        if (Stream.of("reason", "was", "value").anyMatch(field -> text(field).length() > LONGEST_TEXT)
                || Stream.of("name", "document").anyMatch(field -> text(field).length() > LONGEST_LINE)) {
            return Optional.empty();
        }
        return switch (right) {
            case RESTRICT -> purposes().map(Asked.Restrict::new);
            case OBJECT -> purposes().map(Asked.Oppose::new);
            case DELETE ->
                ground().filter(ground -> has("risks", "accepted"))
                        .flatMap(ground -> has("everything", "yes")
                                ? Optional.of(new Asked.Delete(List.of(), ground, true, true))
                                : purposes().map(codes -> new Asked.Delete(codes, ground, true, false)));
            case RECTIFY -> correction();
            case PROVIDE -> provision();
            case ACCESS -> Optional.of(new Asked.See());
            case WITHDRAW -> purposes().map(Asked.Withdraw::new);
            case COMPLAIN -> Optional.ofNullable(reason()).map(complaint -> new Asked.Complain());
        };
    }

    private Optional<List<String>> purposes() {
        List<String> ticked =
                fields.getOrDefault("purpose", List.of()).stream().distinct().toList();
        return ticked.isEmpty() ? Optional.empty() : Optional.of(ticked);
    }

    private Optional<DeletionGround> ground() {
        return List.of(DeletionGround.values()).stream()
                .filter(ground -> has("ground", ground.name()))
                .findFirst();
    }

    private Optional<Asked> correction() {
        String[] chosen = text("data").split(OF, -1);
        if (chosen.length != 2 || text("value").isEmpty()) {
            return Optional.empty();
        }
        String was = text("was");
        return Optional.of(new Asked.Rectify(
                List.of(chosen[0]), List.of(new Correction(chosen[1], was.isEmpty() ? null : was, text("value")))));
    }

    private Optional<Asked> provision() {
        if (has("recipient", "me")) {
            return Optional.of(new Asked.Provide(null));
        }
        boolean inSector = has("recipient", "in");
        if (!inSector && !has("recipient", "out")
                || text("name").isEmpty()
                || text("document").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Asked.Provide(new Organisation(text("name"), inSector, text("document"))));
    }
}
