package vn.edu.privacy.consent;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.BadRequests;
import vn.edu.privacy.platform.testing.OpenApi;
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
        WebTestClient client = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        return new BadRequests(
                        OpenApi.of("consent-service"),
                        client,
                        "http://localhost:" + port,
                        operation -> "Bearer " + token(operation.path(), person).replace("Bearer ", ""),
                        Map.of(
                                "expired token", bearer(Tokens.expired(Role.GUARDIAN, person)),
                                "token of a foreign issuer", bearer(Tokens.foreignIssuer(Role.GUARDIAN, person)),
                                "token for another audience", bearer(Tokens.foreignAudience(Role.GUARDIAN, person)),
                                "token of a foreign key", bearer(Tokens.foreignKey(Role.GUARDIAN, person)),
                                "no token at all", "Bearer x.y.z"))
                .tests();
    }

    private static String token(String path, UUID person) {
        if (path.startsWith("/v1/roster")) {
            return Tokens.system(Role.ROSTER_SYSTEM);
        }
        if (path.startsWith("/v1/checks")) {
            return Tokens.system("hoa-sen");
        }
        return path.startsWith("/v1/purposes") || path.contains("/ledger")
                ? Tokens.system(Role.DATA_PROTECTION_OFFICER)
                : Tokens.bearer(Role.GUARDIAN, person);
    }

    private static String bearer(String token) {
        return "Bearer " + token.replace("Bearer ", "");
    }
}
