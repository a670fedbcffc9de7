package vn.edu.privacy.consent.collection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal about a channel is. */
@Component
class ChannelProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof ChannelRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case UNKNOWN -> ProblemException.of(CommonProblems.NOT_FOUND);
            case FORM -> of("forbidden-form", RULES_SAY_NO).field("address");
            case NO_ADDRESS -> of("channel-address", RULES_SAY_NO).field("address");
            case ENDED -> of("channel-ended", CONFLICT);
        };
    }

    private static ProblemException of(String slug, int status) {
        return ProblemException.of(new ProblemType(slug, status));
    }
}
