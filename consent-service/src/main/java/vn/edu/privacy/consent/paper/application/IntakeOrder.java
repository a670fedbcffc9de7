package vn.edu.privacy.consent.paper.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.edu.privacy.consent.consent.application.DecisionDesk.Method;
import vn.edu.privacy.consent.consent.domain.DecisionKind;

/**
 * Consents and refusals that a school already holds; all of it or nothing.
 *
 * @param schoolId the school
 * @param submittedBy the officer who enters them
 * @param sameContent the officer declares that the evidence of each line shows a notice with the content in force
 * @param lines numbered from 1 in this order
 */
public record IntakeOrder(String schoolId, UUID submittedBy, boolean sameContent, List<Line> lines) {
    public IntakeOrder {
        lines = List.copyOf(lines);
    }

    /**
     * What one person decided on one purpose for one student.
     *
     * @param studentId about whom
     * @param purpose its code
     * @param party who decided
     * @param kind GIVEN or REFUSED
     * @param expressedOn on which day, Asia/Ho_Chi_Minh
     * @param method how
     * @param reference where the evidence is kept; no personal data
     * @param categories a part of the purpose's data categories; all when empty
     */
    public record Line(
            UUID studentId,
            String purpose,
            UUID party,
            DecisionKind kind,
            LocalDate expressedOn,
            Method method,
            String reference,
            List<String> categories) {
        public Line {
            categories = List.copyOf(categories);
        }
    }
}
