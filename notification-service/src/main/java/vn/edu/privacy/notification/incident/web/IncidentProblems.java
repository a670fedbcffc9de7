package vn.edu.privacy.notification.incident.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal of the register is. */
@Component
class IncidentProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        return error instanceof IncidentRefused refused ? problem(refused) : null;
    }

    static ProblemException problem(IncidentRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_INCIDENT -> ProblemException.of(CommonProblems.NOT_FOUND);
            case STALE -> ProblemException.of(CommonProblems.STALE);
            case WRONG_STATE -> of("incident-wrong-state", CONFLICT);
            case TIMES_CONTRADICT -> of("incident-times-contradict", RULES_SAY_NO);
            case LATE_REASONS_MISSING ->
                of("late-reasons-missing", RULES_SAY_NO).field("lateReasons");
            case CONTENTS_MISSING -> of("incident-contents-missing", RULES_SAY_NO, refused);
            case STEPS_OUTSTANDING -> of("incident-steps-outstanding", RULES_SAY_NO, refused);
            case SAME_PERSON -> of("second-person-needed", RULES_SAY_NO);
            case STEP_RECORDED -> of("incident-step-recorded", CONFLICT);
            case NOBODY_NAMED -> of("affected-not-named", RULES_SAY_NO);
            case NOBODY_FOUND -> of("affected-not-found", RULES_SAY_NO);
            case ALREADY_TOLD -> of("affected-already-told", CONFLICT);
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }

    private static ProblemException of(String slug, int status, IncidentRefused refused) {
        return ProblemException.of(new ProblemType(slug, status), String.join(", ", refused.missing()))
                .with("missing", refused.missing());
    }
}
