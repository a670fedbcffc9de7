package vn.edu.privacy.consent.paper.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
        if (!(error instanceof PaperRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case NOTHING_TO_ASK -> ProblemException.of(CommonProblems.NOT_FOUND);
            case LANGUAGE_MISSING ->
                ProblemException.of(new ProblemType("form-language-missing", RULES_SAY_NO))
                        .field("language");
            case NOBODY_TO_SIGN -> ProblemException.of(new ProblemType("nobody-to-sign", CONFLICT));
        };
    }
}
