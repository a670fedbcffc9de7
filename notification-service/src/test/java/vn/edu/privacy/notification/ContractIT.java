package vn.edu.privacy.notification;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.BadRequests;
import vn.edu.privacy.platform.testing.Tokens;

/** Every operation of the contract, asked wrongly in every way that its schemas allow. */
class ContractIT extends RightsCase {
    @TestFactory
    Stream<DynamicTest> badRequestsGetTheirProblem() {
        UUID person = UUID.randomUUID();
        return new BadRequests("notification-service", port, operation -> token(operation.path(), person)).tests();
    }

    private String token(String path, UUID person) {
        if (path.startsWith("/v1/incidents")) {
            return Tokens.bearer(Role.DATA_PROTECTION_OFFICER, person);
        }
        if (path.startsWith("/v1/holders/")) {
            return Tokens.system(Role.DATA_PROTECTION_OFFICER, SCHOOL);
        }
        if (path.endsWith("/appeal/decision")) {
            return Tokens.system(Role.HEAD_OF_UNIT, SCHOOL);
        }
        return path.endsWith("/gathering")
                        || path.endsWith("/settlement")
                        || path.endsWith("/gathered-data")
                        || path.endsWith("/release")
                        || path.startsWith("/v1/desk")
                        || path.endsWith("/desk-check")
                        || path.endsWith("/questions")
                        || path.endsWith("/assignment")
                        || path.endsWith("/approval")
                        || path.endsWith("/refusal")
                        || path.endsWith("{id}/answer")
                        || path.endsWith("/extension")
                        || path.contains("/deliveries")
                        || path.contains("/v1/instructions")
                        || path.equals("/v1/holders")
                ? officer(SCHOOL)
                : Tokens.bearer(Role.GUARDIAN, person);
    }
}
