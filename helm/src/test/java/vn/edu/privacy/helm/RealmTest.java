package vn.edu.privacy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cluster's realm must not offer flows that hand passwords or tokens to a browser's address bar. */
class RealmTest {
    private static List<JsonNode> clients = List.of();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream realm = RealmTest.class.getResourceAsStream("/contracts/identity/schools-realm.json")) {
            JsonNode tree = JsonMapper.shared().readTree(realm);
            clients = StreamSupport.stream(tree.path("clients").spliterator(), false)
                    .collect(Collectors.toList());
        }
    }

    @Test
    void noClientTakesAPassword() {
        assertThat(clients)
                .isNotEmpty()
                .allSatisfy(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean(true))
                        .as("%s", client.path("clientId"))
                        .isFalse());
    }

    @Test
    void noClientUsesTheImplicitFlow() {
        assertThat(clients)
                .isNotEmpty()
                .allSatisfy(
                        client -> assertThat(client.path("implicitFlowEnabled").asBoolean(true))
                                .as("%s", client.path("clientId"))
                                .isFalse());
    }

    @Test
    void theDemoClientIsNotPartOfIt() {
        assertThat(clients)
                .extracting(client -> client.path("clientId").asString())
                .isNotEmpty()
                .doesNotContain("demo-cli");
    }
}
