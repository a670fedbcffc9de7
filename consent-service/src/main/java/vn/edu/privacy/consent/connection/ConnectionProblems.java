package vn.edu.privacy.consent.connection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refusal about a connection is. */
@Component
class ConnectionProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        if (!(error instanceof ConnectionRefused refused)) {
            return null;
        }
        return switch (refused.reason()) {
            case UNKNOWN -> ProblemException.of(CommonProblems.NOT_FOUND);
            case WRONG_STATE -> conflict("connection-state");
            case REVOKED -> conflict("legal-entity-revoked");
            case SECOND_PERSON_NEEDED -> conflict("second-person-needed");
            case CLIENT_OF_ANOTHER -> conflict("client-of-another");
        };
    }

    private static ProblemException conflict(String slug) {
        return ProblemException.of(new ProblemType(slug, CONFLICT));
    }
}
