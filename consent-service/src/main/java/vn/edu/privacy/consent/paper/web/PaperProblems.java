package vn.edu.privacy.consent.paper.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.paper.application.IntakeRefused;
import vn.edu.privacy.consent.paper.application.PaperRefused;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal of the desk is. */
@Component
class PaperProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (error instanceof IntakeRefused refused) {
            return of("intake-refused", RULES_SAY_NO).field("lines").with("lines", refused.lines());
        }
        if (!(error instanceof PaperRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case NOTHING_TO_ASK, UNKNOWN_BATCH -> ProblemException.of(CommonProblems.NOT_FOUND);
            case LANGUAGE_MISSING -> of("form-language-missing", RULES_SAY_NO).field("language");
            case NOBODY_TO_SIGN -> of("nobody-to-sign", CONFLICT);
            case UNKNOWN_FORM -> of("unknown-form", RULES_SAY_NO).field("onBehalfOf.form");
            case SUPERVISOR_IS_FAMILY -> of("supervisor-is-family", RULES_SAY_NO);
            case WITHDRAWN_ELSEWHERE -> of("withdrawn-elsewhere", RULES_SAY_NO).field("decisions");
            case DATE_IMPOSSIBLE -> of("date-impossible", RULES_SAY_NO).field("onBehalfOf.expressedOn");
            case NEWER_DECISION -> of("newer-decision", CONFLICT);
            case NOT_DECLARED -> of("same-content-not-declared", RULES_SAY_NO).field("sameContent");
            case BATCH_DECIDED -> of("batch-decided", CONFLICT);
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
