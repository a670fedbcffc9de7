package vn.edu.privacy.consent.representation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal about an authorisation is. */
@Component
class RepresentationProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof RepresentationRefused refused)) {
            return null;
        }
        ProblemException problem = switch (refused.reason()) {
            case UNKNOWN -> ProblemException.of(CommonProblems.NOT_FOUND);
            case NOT_REPRESENTABLE -> of("not-representable", RULES_SAY_NO);
            case UNKNOWN_PURPOSE -> of("not-by-consent", RULES_SAY_NO);
            case TERM_IMPOSSIBLE -> of("term-impossible", RULES_SAY_NO);
            case SECOND_PERSON_NEEDED -> of("second-person-needed", CONFLICT);
            case ALREADY_CHECKED -> of("already-checked", CONFLICT);
            case ALREADY_ENDED -> of("representation-ended", CONFLICT);
        };
        return refused.field() == null ? problem : problem.field(refused.field());
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
