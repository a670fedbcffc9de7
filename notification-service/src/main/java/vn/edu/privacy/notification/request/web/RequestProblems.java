package vn.edu.privacy.notification.request.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.deadline.ExtensionRefused;
import vn.edu.privacy.notification.guardianship.RosterLate;
import vn.edu.privacy.notification.request.application.RequestRefused;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal of the core is. */
@Component
class RequestProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (error instanceof RosterLate) {
            return ProblemException.of(CommonProblems.UNAVAILABLE);
        }
        if (error instanceof ExtensionRefused refused) {
            return ProblemException.of(problem(refused.reason()));
        }
        return error instanceof RequestRefused refused ? problem(refused) : null;
    }

    private static ProblemType problem(ExtensionRefused.Reason reason) {
        return switch (reason) {
            case ALREADY_EXTENDED -> new ProblemType("already-extended", CONFLICT);
            case NOTHING_RUNS -> new ProblemType("wrong-state", CONFLICT);
            case TOO_LATE -> new ProblemType("too-late-to-extend", RULES_SAY_NO);
            case NOT_PROVIDED -> new ProblemType("extension-not-provided", RULES_SAY_NO);
        };
    }

    private static ProblemException problem(RequestRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_REQUEST, UNKNOWN_STUDENT -> ProblemException.of(CommonProblems.NOT_FOUND);
            case UNKNOWN_PURPOSE -> of("unknown-purpose", RULES_SAY_NO, refused).field("purposes");
            case NO_CONSENT_NEEDED ->
                of("no-consent-needed", RULES_SAY_NO, refused).field("purposes");
            case PURPOSES_MISSING ->
                of("purposes-missing", RULES_SAY_NO, refused).field("purposes");
            case PURPOSES_NOT_EXPECTED ->
                of("purposes-not-expected", RULES_SAY_NO, refused).field("purposes");
            case UNKNOWN_CATEGORY ->
                of("unknown-category", RULES_SAY_NO, refused).field("corrections");
            case OWN_DATA_NOT_OFFERED ->
                of("own-data-not-offered", RULES_SAY_NO, refused).field("studentId");
            case OWN_CONSENT_NOT_RECORDED ->
                of("own-consent-not-recorded", RULES_SAY_NO, refused).field("type");
            case CONSEQUENCES_NOT_ACKNOWLEDGED ->
                of("consequences-not-acknowledged", RULES_SAY_NO, refused).field("consequencesAcknowledged");
            case NOTHING_TO_WITHDRAW -> of("nothing-to-withdraw", RULES_SAY_NO, refused);
            case RISKS_NOT_ACCEPTED ->
                of("risks-not-accepted", RULES_SAY_NO, refused).field("risksAccepted");
            case KEPT_BY_LAW -> of("kept-by-law", RULES_SAY_NO, refused);
            case GROUND_NOT_APPLICABLE ->
                of("ground-not-applicable", RULES_SAY_NO, refused).field("ground");
            case OTHERS_ASK_TOO -> of("others-ask-too", CONFLICT, refused);
            case APPEALED_BEFORE -> of("appealed-before", CONFLICT, refused);
            case PERSON_NEEDED -> of("person-needed", RULES_SAY_NO, refused);
            case WRONG_STATE -> of("wrong-state", CONFLICT, refused);
            case QUESTION_OPEN -> of("question-open", CONFLICT, refused);
            case QUESTION_CLOSED -> of("question-closed", CONFLICT, refused);
            case OUTSIDE_MANDATE -> of("outside-mandate", RULES_SAY_NO, refused);
            case NO_RELATION -> of("no-relation", RULES_SAY_NO, refused).field("personId");
            case FIELD_MISSING -> field("field-missing", refused);
            case FIELD_NOT_EXPECTED -> field("field-not-expected", refused);
            case RECEIPT_OUT_OF_RANGE ->
                ProblemException.of(
                                new ProblemType("receipt-out-of-range", RULES_SAY_NO),
                                String.valueOf(refused.purpose()))
                        .field("receivedAt");
            case HAND_OVER_PAST -> of("hand-over-past", RULES_SAY_NO, refused).field("handOverAt");
            case DESK_CHECK_NEEDED -> of("desk-check-needed", CONFLICT, refused);
            case STALE -> ProblemException.of(CommonProblems.STALE);
            case DATA_EXPIRED -> of("personal-data-expired", GONE, refused);
        };
    }

    private static ProblemException of(String slug, int status, RequestRefused refused) {
        ProblemException problem =
                ProblemException.of(new ProblemType(slug, status), String.valueOf(refused.purpose()));
        return refused.purpose() == null ? problem : problem.with("purpose", refused.purpose());
    }

    private static ProblemException field(String slug, RequestRefused refused) {
        String name = String.valueOf(refused.purpose());
        return ProblemException.of(new ProblemType(slug, RULES_SAY_NO), name).field(name);
    }
}
