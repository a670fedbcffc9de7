package vn.edu.privacy.consent.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal about an emergency is. */
@Component
class EmergencyProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof EmergencyRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case UNKNOWN -> ProblemException.of(CommonProblems.NOT_FOUND);
            case UNKNOWN_PURPOSE -> of("emergency-purpose", RULES_SAY_NO).field("purpose");
            case CATEGORY_UNKNOWN -> of("emergency-categories", RULES_SAY_NO).field("dataCategories");
            case SECOND_PERSON_NEEDED -> of("second-person-needed", CONFLICT);
            case ALREADY_REVIEWED -> of("already-reviewed", CONFLICT);
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
