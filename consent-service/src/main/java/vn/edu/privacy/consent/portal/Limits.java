package vn.edu.privacy.consent.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.consent.consent.application.DecisionOrder;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/**
 * What the reader grants, as typed.
 *
 * @param categories kinds of data ticked
 * @param lastDay as typed, {@code yyyy-MM-dd} from a date field or {@code dd/MM/yyyy} where there is none; may be blank
 * @param conditions in the reader's own words; may be blank
 */
record Limits(List<String> categories, String lastDay, String conditions) {
    static final Limits NONE = new Limits(List.of(), "", "");

    private static final int LONGEST = 500;
    private static final int SHORTEST = 3;
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static Limits of(MultiValueMap<String, String> form) {
        return new Limits(
                List.copyOf(form.getOrDefault("category", List.of())),
                String.valueOf(form.getOrDefault("lastDay", List.of("")).getFirst())
                        .strip(),
                String.valueOf(form.getOrDefault("conditions", List.of("")).getFirst())
                        .strip()
                        .replaceAll("\\s+", " "));
    }

    /** What has to be put right. */
    Set<Flaw> flaws(LocalDate today) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (categories.isEmpty()) {
            flaws.add(Flaw.NOTHING_CHOSEN);
        }
        LocalDate day = day();
        if (!lastDay.isEmpty() && (day == null || day.isBefore(today))) {
            flaws.add(Flaw.LAST_DAY);
        }
        boolean worded = conditions.length() >= SHORTEST && conditions.length() <= LONGEST;
        if (!conditions.isEmpty() && !(worded && conditions.chars().noneMatch(Character::isISOControl))) {
            flaws.add(Flaw.CONDITIONS);
        }
        return flaws;
    }

    DecisionOrder.Item item(String purpose, UUID notice) {
        return new DecisionOrder.Item(
                purpose,
                DecisionKind.GIVEN,
                notice,
                categories,
                false,
                conditions.isEmpty() ? null : conditions,
                day());
    }

    private @Nullable LocalDate day() {
        try {
            return lastDay.isEmpty()
                    ? null
                    : lastDay.contains("/") ? LocalDate.parse(lastDay, TYPED) : LocalDate.parse(lastDay);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** What is wrong with what was typed. */
    enum Flaw {
        NOTHING_CHOSEN,
        LAST_DAY,
        CONDITIONS
    }
}
