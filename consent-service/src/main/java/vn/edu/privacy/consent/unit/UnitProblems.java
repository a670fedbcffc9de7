package vn.edu.privacy.consent.unit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal about a unit is. */
@Component
class UnitProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof UnitRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case UNKNOWN -> ProblemException.of(CommonProblems.NOT_FOUND);
            case LEVEL_FIXED -> of("unit-level", CONFLICT).field("level");
            case NO_SUCH_PARENT -> of("unit-parent", RULES_SAY_NO).field("parent");
            case CYCLE -> of("unit-cycle", RULES_SAY_NO).field("parent");
            case TOO_DEEP -> of("unit-depth", RULES_SAY_NO).field("parent");
            case NOT_LATER -> of("not-later", CONFLICT).field("from");
            case UNKNOWN_PURPOSE -> of("duty-purpose", RULES_SAY_NO).field("purpose");
            case ASSIGNED -> of("duty-assigned", CONFLICT).field("task");
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
