package vn.edu.privacy.consent.paper.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.edu.privacy.consent.paper.domain.WrongBecause;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * What a second person found.
 *
 * @param wrong how the entry differs from its evidence; null when it says the same
 */
record CheckForm(@Nullable WrongBecause wrong) {
    /** Of a reference in the ledger. */
    private static final int LONGEST = 100;

    /** As the page sends it; a 400 problem when it says neither. */
    static CheckForm of(MultiValueMap<String, String> form) {
        String outcome = String.valueOf(form.getFirst("outcome"));
        if (outcome.equals("CONFIRMED")) {
            return new CheckForm(null);
        }
        String reason = form.getFirst("reason");
        return Arrays.stream(WrongBecause.values())
                .filter(each -> outcome.equals("REJECTED") && each.name().equals(reason))
                .findFirst()
                .map(CheckForm::new)
                .orElseThrow(() ->
                        ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("reason"));
    }

    boolean right() {
        return wrong == null;
    }

    /** What the check's entry in the ledger refers to: the evidence, and how the entry differed from it. */
    String reference(String evidence) {
        String suffix = wrong == null ? "" : " " + wrong;
        return evidence.substring(0, Math.min(evidence.length(), LONGEST - suffix.length())) + suffix;
    }
}
