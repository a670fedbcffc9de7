package vn.edu.privacy.consent.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.Moment;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/**
 * What a school asks about the past.
 *
 * @param client the caller's client in the realm, by which it is named to the family
 * @param categories the kinds of data asked about; all of the purpose's when absent
 * @param moment when, and whose knowledge
 */
record PastQuestion(
        UUID checkId,
        String caller,
        @Nullable String client,
        String schoolId,
        UUID student,
        String purpose,
        @Nullable List<String> categories,
        Moment moment) {
    static final ProblemType NOT_YET = new ProblemType("instant-not-yet", 422);
    /** Nothing can have been known before; nor does the database take every year that a text can name. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * The moment asked about: what was true {@code at} it, as known {@code knownAt}; {@code knownAt} alone is both. Empty
     * when the question is about now.
     *
     * @throws ProblemException when it lies ahead of now, or of what was known
     */
    static Optional<Moment> moment(@Nullable Instant at, @Nullable Instant knownAt, Instant now) {
        reached("knownAt", knownAt, now);
        reached("at", at, knownAt == null ? now : knownAt);
        return Optional.ofNullable(at).or(() -> Optional.ofNullable(knownAt)).map(about -> new Moment(about, knownAt));
    }

    private static void reached(String field, @Nullable Instant instant, Instant latest) {
        if (instant != null && instant.isBefore(EARLIEST)) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field(field);
        }
        if (instant != null && instant.isAfter(latest)) {
            throw ProblemException.of(NOT_YET).field(field);
        }
    }
}
