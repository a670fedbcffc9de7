package vn.edu.privacy.notification.incident.application;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose data a violation touched, said by what was done with it. What is given narrows the question; what rests on consent
 * counts where it was ever given, what rests on law counts for every student of the school.
 *
 * @param school only students of that school
 * @param purpose only those whose data was used for that purpose
 * @param dataCategory only those of whom that kind of data was used
 * @param holder only those whose data that holder got
 */
public record Criterion(
        @Nullable String school,
        @Nullable String purpose,
        @Nullable String dataCategory,
        @Nullable String holder) {
    /** Whether it says nothing. */
    public boolean isEmpty() {
        return Stream.of(school, purpose, dataCategory, holder).allMatch(Objects::isNull);
    }

    /** Whether it asks what was done with the data, not only where the student is. */
    public boolean asksForUse() {
        return Stream.of(purpose, dataCategory, holder).anyMatch(Objects::nonNull);
    }
}
