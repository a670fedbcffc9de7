package vn.edu.privacy.standalone.sector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.standalone.demo.DemoPerson;
import vn.edu.privacy.standalone.sector.PersonalData.Item;
import vn.edu.privacy.standalone.sector.PersonalData.Label;

/**
 * What the sector database has of a guardian as their own, by category {@code person-…}, after what it was told: erased is
 * gone, restricted is kept and used no more, corrected is right.
 */
final class GuardianData {
    private static final String HOLDER = "sector-database";
    private static final String PHONE = "person-phone";
    private static final String EMAIL = "person-email";
    private static final Map<String, Label> LABELS = Map.of(
            "person-full-name",
            new Label("Họ và tên", "Full name"),
            PHONE,
            new Label("Số điện thoại", "Telephone number"),
            EMAIL,
            new Label("Thư điện tử", "E-mail"),
            "person-address",
            new Label("Địa chỉ", "Address"));

    private final Map<String, String> held = new LinkedHashMap<>();
    private final Set<String> restricted = new HashSet<>();

    /** @param done what was to be done about the guardian and is, oldest first */
    GuardianData(DemoPerson guardian, List<SectorStore.Instruction> done) {
        held.put("person-full-name", guardian.name());
        held.put(PHONE, guardian.phone());
        held.put(EMAIL, guardian.email());
        held.put("person-address", guardian.address());
        done.forEach(this::obey);
    }

    /** Whether a holder has data of its own kind about a person. */
    static boolean isKept(String holder, UUID personId, SectorStore store) {
        return of(holder, personId, store).isPresent();
    }

    /** The guardian of whom a holder has data; empty for anybody else. */
    static Optional<DemoPerson> of(String holder, UUID personId, SectorStore store) {
        return holder.equals(HOLDER) ? store.guardian(personId) : Optional.empty();
    }

    /** The items of these categories, all when none is named. What is restricted is kept, and shown to the person. */
    List<Item> items(List<String> categories) {
        return held.entrySet().stream()
                .filter(each -> categories.isEmpty() || categories.contains(each.getKey()))
                .map(each ->
                        new Item(each.getKey(), Objects.requireNonNull(LABELS.get(each.getKey())), each.getValue()))
                .toList();
    }

    /** How the person can be reached; without what is erased, or may not be used. */
    Map<String, String> contact() {
        Map<String, String> contact = new HashMap<>();
        usable(EMAIL).ifPresent(email -> contact.put("email", email));
        usable(PHONE).ifPresent(phone -> contact.put("phone", phone));
        return contact;
    }

    private Optional<String> usable(String category) {
        @Nullable String value = restricted.contains(category) ? null : held.get(category);
        return Optional.ofNullable(value);
    }

    private void obey(SectorStore.Instruction told) {
        switch (told.kind()) {
            case "ERASE" -> told.dataCategories().forEach(held::remove);
            case "STOP", "RESTRICT" -> restricted.addAll(told.dataCategories());
            case "LIFT" -> told.dataCategories().forEach(restricted::remove);
            case "RECTIFY" -> correct(told);
            default -> throw new IllegalStateException("nothing else is kept: " + told.kind());
        }
    }

    private void correct(SectorStore.Instruction told) {
        if (told.corrections() != null) {
            told.corrections().forEach(right -> held.replace(right.category(), right.value()));
        }
    }
}
