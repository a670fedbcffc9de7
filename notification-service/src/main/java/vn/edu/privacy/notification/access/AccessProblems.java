package vn.edu.privacy.notification.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal to release is. */
@Component
class AccessProblems implements ProblemTranslation {
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        return error instanceof ReleaseRefused refused ? problem(refused.reason()) : null;
    }

    private static ProblemException problem(ReleaseRefused.Reason reason) {
        return switch (reason) {
            case SECOND_OFFICER_NEEDED -> of("second-officer-needed", FORBIDDEN);
            case NOT_REVIEWED -> of("not-reviewed", CONFLICT);
            case NOTHING_TO_RELEASE -> of("nothing-to-release", CONFLICT);
            case UNKNOWN_ITEM -> of("unknown-item", RULES_SAY_NO).field("items");
            case GROUND_NEEDED -> of("ground-needed", RULES_SAY_NO).field("items");
            case WORDS_NOT_FOUND -> of("words-not-found", RULES_SAY_NO).field("items");
            case ITEM_IS_GONE -> of("item-is-gone", RULES_SAY_NO).field("items");
            case UNKNOWN_HOLDER -> of("unknown-holder", RULES_SAY_NO).field("holder");
            case HOLDER_IS_OVER -> of("holder-is-over", CONFLICT);
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
