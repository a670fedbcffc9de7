package vn.edu.privacy.consent.paper.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A form as it was printed: the proof of which notice was on the paper that a family signed (Decree 13 art. 11.3, 13.3).
 * What it says stands in the purpose's version, which never changes.
 *
 * @param id names it as the notice of a decision
 * @param number stands on the paper
 * @param studentId about whom
 * @param schoolId the school that asks
 * @param purpose for what
 * @param version the version of the notice on it
 * @param languages of the notice on it, Vietnamese first
 * @param printedBy by whom: staff, or one of the family
 * @param printedAt when
 */
public record PrintedForm(
        UUID id,
        FormNumber number,
        UUID studentId,
        String schoolId,
        String purpose,
        int version,
        List<String> languages,
        UUID printedBy,
        Instant printedAt) {
    /** The language that every form is in. */
    public static final String FIRST_LANGUAGE = "vi";

    public PrintedForm {
        languages = List.copyOf(languages);
    }
}
