package vn.edu.privacy.consent.purpose;

import java.time.LocalDate;
import java.util.Map;

/**
 * How processing without consent is watched (Law 91/2025 art. 19.2, R-EXC-02).
 *
 * @param procedure reference of the written procedure, {@code QT-07/2026}
 * @param responsible the position that answers for it, {@code position.deputy-head}; never a person's name
 * @param measures how the data is protected, by language
 * @param nextReview the day by which it is checked again that everything is kept, Asia/Ho_Chi_Minh
 * @param complaints where to complain, by language
 */
public record Safeguards(
        String procedure,
        String responsible,
        Map<String, String> measures,
        LocalDate nextReview,
        Map<String, String> complaints) {
    public Safeguards {
        measures = Map.copyOf(measures);
        complaints = Map.copyOf(complaints);
    }

    /** The measures in that language, else in Vietnamese. */
    public String measures(String language) {
        return measures.getOrDefault(language, measures.getOrDefault("vi", ""));
    }

    /** Where to complain, in that language, else in Vietnamese. */
    public String complaints(String language) {
        return complaints.getOrDefault(language, complaints.getOrDefault("vi", ""));
    }
}
