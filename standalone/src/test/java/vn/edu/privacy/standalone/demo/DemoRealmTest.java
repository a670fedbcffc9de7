package vn.edu.privacy.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.machine.DataFolder;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Secrets;

class DemoRealmTest {

    @TempDir
    private Path parent;

    private JsonNode realm;

    @BeforeEach
    void make() {
        try (DataFolder folder = DataFolder.take(parent.resolve("data"))) {
            DemoWorld world = DemoSeed.of(LocalDate.of(2026, 11, 24));
            realm = JsonMapper.shared().readTree(DemoRealm.json(world, Ports.usual(), Secrets.of(folder)));
        }
    }

    @Test
    void nothingIsLeftToFillIn() {
        assertThat(realm.toString())
                .doesNotContain("${CONSENT")
                .doesNotContain("${RIGHTS")
                .doesNotContain("_SECRET}");
    }

    @Test
    void onlyNotificationServiceGetsTokensThatHoldersTake() {
        JsonNode scope = named(realm.path("clientScopes"), "name", "holders");

        assertThat(scope.path("protocolMappers")
                        .valueStream()
                        .map(mapper ->
                                mapper.at("/config/included.custom.audience").asString("")))
                .contains("data-holders");
        assertThat(realm.path("clients")
                        .valueStream()
                        .filter(client -> texts(client.path("defaultClientScopes"))
                                        .contains("holders")
                                || texts(client.path("optionalClientScopes")).contains("holders"))
                        .map(client -> client.path("clientId").asString()))
                .containsExactly("notification-service");
        assertThat(realm.path("users")
                        .valueStream()
                        .filter(user -> texts(user.path("realmRoles")).contains("holder-client"))
                        .map(user -> user.path("serviceAccountClientId").asString("")))
                .containsExactly("notification-service");
    }

    @Test
    void onlyTheDemosOwnClientTakesPasswords() {
        assertThat(realm.path("clients")
                        .valueStream()
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.path("clientId").asString()))
                .containsExactly("demo-cli");
        assertThat(named(realm.path("clients"), "clientId", "demo-cli")
                        .path("publicClient")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everySchoolHasASystemThatIsTiedToIt() {
        for (String school : DemoWorld.SCHOOLS) {
            JsonNode account = named(realm.path("users"), "username", "service-account-school-system-" + school);

            assertThat(texts(account.path("realmRoles"))).containsExactly("school-system");
            assertThat(texts(account.at("/attributes/school_id"))).containsExactly(school);
        }
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return list.valueStream()
                .filter(one -> one.path(field).asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
