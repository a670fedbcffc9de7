package vn.edu.privacy.notification;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.BadRequests;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.platform.testing.Tokens;

/** Every operation of the contract, asked wrongly in every way that its schemas allow. */
class ContractIT extends RightsCase {
    @TestFactory
    Stream<DynamicTest> badRequestsGetTheirProblem() {
        UUID person = UUID.randomUUID();
        WebTestClient client = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        return new BadRequests(
                        OpenApi.of("notification-service"),
                        client,
                        "http://localhost:" + port,
                        operation -> bearer(token(operation.path(), person)),
                        Map.of(
                                "expired token", bearer(Tokens.expired(Role.GUARDIAN, person)),
                                "token of a foreign issuer", bearer(Tokens.foreignIssuer(Role.GUARDIAN, person)),
                                "token for another audience", bearer(Tokens.foreignAudience(Role.GUARDIAN, person)),
                                "token of a foreign key", bearer(Tokens.foreignKey(Role.GUARDIAN, person)),
                                "no token at all", "Bearer x.y.z"))
                .tests();
    }

    private String token(String path, UUID person) {
        return path.endsWith("/assignment")
                        || path.endsWith("/approval")
                        || path.endsWith("/refusal")
                        || path.endsWith("/extension")
                        || path.endsWith("/holders")
                ? officer(SCHOOL)
                : Tokens.bearer(Role.GUARDIAN, person);
    }

    private static String bearer(String token) {
        return "Bearer " + token.replace("Bearer ", "");
    }
}
