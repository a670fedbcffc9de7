package vn.edu.privacy.consent;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.BadRequests;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Tokens;

/** Every operation of the OpenAPI document against every kind of bad request. */
@RealParts
class ContractIT {
    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicTest> badRequestsGetTheirProblem() {
        UUID person = UUID.randomUUID();
        return new BadRequests("consent-service", port, operation -> token(operation.path(), person)).tests();
    }

    private static String token(String path, UUID person) {
        if (path.startsWith("/v1/roster")) {
            return Tokens.system(Role.ROSTER_SYSTEM);
        }
        if (path.startsWith("/v1/checks") || path.startsWith("/access/v1/")) {
            return Tokens.system("hoa-sen");
        }
        if (path.contains("/decisions/") || path.endsWith("/settlements") || path.endsWith("/orders")) {
            return Tokens.bearer(Role.DATA_PROTECTION_OFFICER, person);
        }
        if (path.startsWith("/v1/emergency-uses")) {
            return Tokens.bearer(Role.SCHOOL_OFFICER, person, School.ID);
        }
        if (path.contains("/representations")) {
            return Tokens.bearer(Role.DATA_PROTECTION_OFFICER, person);
        }
        if (path.contains("/supervised-")) {
            return Tokens.bearer(Role.SCHOOL_STAFF, person, School.ID);
        }
        if (path.startsWith("/v1/campaigns")) {
            return Tokens.system(Role.SCHOOL_OFFICER, "hoa-sen");
        }
        if (path.startsWith("/v1/collection-channels")
                || path.startsWith("/v1/sharing-recipients")
                || path.startsWith("/v1/connected-systems")
                || path.startsWith("/v1/legal-entities")) {
            return Tokens.bearer(Role.DEPARTMENT_OFFICER, person);
        }
        if (path.contains("/duties")) {
            return Tokens.bearer(Role.HEAD_OF_UNIT, person, School.ID);
        }
        if (path.startsWith("/v1/units")) {
            return Tokens.bearer(Role.DEPARTMENT_OFFICER, person);
        }
        if (path.startsWith("/v1/intakes") || path.startsWith("/v1/unchecked")) {
            return Tokens.bearer(Role.SCHOOL_OFFICER, person, School.ID);
        }
        return path.startsWith("/v1/purpose") || path.contains("/ledger")
                ? Tokens.system(Role.DATA_PROTECTION_OFFICER)
                : Tokens.bearer(Role.GUARDIAN, person);
    }
}
