package vn.edu.privacy.consent.consent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.consent.application.DecisionRefused;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refused decision is. */
@Component
class DecisionProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof DecisionRefused refused)) {
            return null;
        }
        ProblemException problem = switch (refused.reason()) {
            case UNKNOWN_STUDENT -> ProblemException.of(CommonProblems.NOT_FOUND);
            case UNKNOWN_PURPOSE -> of("unknown-purpose", RULES_SAY_NO, refused).field("purpose");
            case PURPOSE_RETIRED -> of("purpose-retired", CONFLICT, refused);
            case NO_CONSENT_NEEDED -> of("no-consent-needed", RULES_SAY_NO, refused);
            case PURPOSE_TWICE -> of("purpose-twice", RULES_SAY_NO, refused).field("decisions");
            case NOT_ASKED_OF_YOU -> of("not-asked-of-you", RULES_SAY_NO, refused);
            case OUTSIDE_MANDATE -> of("outside-mandate", RULES_SAY_NO, refused).field("purpose");
            case NOTICE_MISSING -> of("notice-missing", RULES_SAY_NO, refused).field("notice");
            case NOTICE_UNKNOWN -> of("notice-unknown", RULES_SAY_NO, refused).field("notice");
            case NOTICE_SUPERSEDED -> of("notice-superseded", CONFLICT, refused).field("notice");
            case CATEGORY_UNKNOWN ->
                of("category-unknown", RULES_SAY_NO, refused).field("dataCategories");
            case CONSEQUENCES_NOT_ACKNOWLEDGED ->
                of("consequences-not-acknowledged", RULES_SAY_NO, refused).field("consequencesAcknowledged");
            case NOTHING_TO_WITHDRAW -> of("nothing-to-withdraw", CONFLICT, refused);
            case LIMITS_WITHOUT_CONSENT ->
                of("limits-without-consent", RULES_SAY_NO, refused).field("conditions");
        };
        return refused.purpose() == null ? problem : problem.with("purpose", refused.purpose());
    }

    private static ProblemException of(String slug, int status, DecisionRefused refused) {
        return ProblemException.of(new ProblemType(slug, status), String.valueOf(refused.purpose()));
    }
}
