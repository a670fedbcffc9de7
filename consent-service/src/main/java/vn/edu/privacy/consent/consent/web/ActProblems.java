package vn.edu.privacy.consent.consent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.consent.application.ActRefused;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refused act is. */
@Component
class ActProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof ActRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case UNKNOWN_ENTRY, NO_AUTHORITY -> ProblemException.of(CommonProblems.NOT_FOUND);
            case UNKNOWN_PURPOSE, PROCESSED_UNDER_LAW ->
                of("not-by-consent", RULES_SAY_NO).field("purpose");
            case NOT_ENTERED_FOR_OTHERS -> of("not-entered-for-others", CONFLICT);
            case SECOND_PERSON_NEEDED -> of("second-person-needed", CONFLICT);
            case ALREADY_CHECKED -> of("already-checked", CONFLICT);
            case NOTHING_TO_SETTLE -> of("nothing-to-settle", CONFLICT);
            case ALREADY_ENDED -> of("already-ended", CONFLICT);
            case NOTHING_TO_CORRECT -> of("nothing-to-correct", CONFLICT);
            case ALREADY_RESTRICTED -> of("already-restricted", CONFLICT);
            case NOTHING_TO_LIFT -> of("nothing-to-lift", CONFLICT);
            case NEWER_RESTRICTION -> of("newer-restriction", CONFLICT);
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
