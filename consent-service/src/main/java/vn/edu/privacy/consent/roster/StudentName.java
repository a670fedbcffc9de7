package vn.edu.privacy.consent.roster;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/**
 * A student's name, opened for a page.
 *
 * @param studentId whose
 * @param full as the sector database writes it
 */
public record StudentName(UUID studentId, String full) {

    /** As class lists here are ordered: by given name, which comes last, then by the rest; accents after letters. */
    public static Comparator<StudentName> byGivenName() {
        Comparator<Object> vietnamese = Collator.getInstance(Locale.of("vi"));
        return Comparator.comparing(StudentName::given, vietnamese)
                .thenComparing(StudentName::full, vietnamese)
                .thenComparing(StudentName::studentId);
    }

    private String given() {
        return full.substring(full.strip().lastIndexOf(' ') + 1);
    }
}
