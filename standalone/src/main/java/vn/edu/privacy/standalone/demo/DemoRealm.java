package vn.edu.privacy.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Secrets;

/**
 * The realm of contracts/identity with what only the demo may have: people with passwords, a system for each school,
 * and a client with password grant, so that scripts can act as these people.
 */
public final class DemoRealm {

    /** The one client with password grant. */
    public static final String DEMO_CLIENT = "demo-cli";

    private static final int HASH_ITERATIONS = 210_000;
    private static final int HASH_BITS = 512;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoRealm() {}

    /** The whole realm as JSON for Keycloak's import, secrets filled in. */
    public static String json(DemoWorld world, Ports ports, Secrets secrets) {
        ObjectNode realm = (ObjectNode) JSON.readTree(base(ports, secrets));
        ArrayNode clients = (ArrayNode) realm.get("clients");
        ArrayNode users = (ArrayNode) realm.get("users");
        clients.add(passwordClient());
        for (String school : DemoWorld.SCHOOLS) {
            addSystem(clients, users, schoolSystem(school), "school-system", school, secrets);
        }
        addSystem(clients, users, "roster-sync", "roster-system", null, secrets);
        ObjectNode credential = credential(secrets.readablePassword("demo.people"));
        Stream.concat(
                        world.staff().stream(),
                        Stream.concat(
                                world.guardians().stream(),
                                world.students().stream().map(DemoStudent::person)))
                .filter(person -> person.username() != null)
                .forEach(person -> users.add(user(person, credential)));
        return JSON.writeValueAsString(realm);
    }

    /** The client id of a school's system. */
    public static String schoolSystem(String schoolId) {
        return "school-system-" + schoolId;
    }

    private static String base(Ports ports, Secrets secrets) {
        try (InputStream file = DemoRealm.class.getResourceAsStream("/contracts/identity/schools-realm.json")) {
            if (file == null) {
                throw new IllegalStateException("contracts/identity/schools-realm.json is not on the classpath");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${CONSENT_URL}", ports.consentUrl())
                    .replace("${RIGHTS_URL}", ports.rightsUrl())
                    .replace("${CONSENT_PORTAL_SECRET}", secrets.password("client.consent-portal"))
                    .replace("${RIGHTS_PORTAL_SECRET}", secrets.password("client.rights-portal"))
                    .replace("${CONSENT_SERVICE_SECRET}", secrets.password("client.consent-service"))
                    .replace("${NOTIFICATION_SERVICE_SECRET}", secrets.password("client.notification-service"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode passwordClient() {
        ObjectNode client = client(DEMO_CLIENT);
        client.put("publicClient", true).put("directAccessGrantsEnabled", true).put("serviceAccountsEnabled", false);
        return client;
    }

    private static void addSystem(
            ArrayNode clients,
            ArrayNode users,
            String clientId,
            String role,
            @Nullable String school,
            Secrets secrets) {
        ObjectNode client = client(clientId);
        client.put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", secrets.password("client." + clientId))
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true);
        clients.add(client);
        ObjectNode account = JSON.createObjectNode();
        account.put("username", "service-account-" + clientId)
                .put("enabled", true)
                .put("serviceAccountClientId", clientId);
        account.putArray("realmRoles").add(role);
        if (school != null) {
            account.putObject("attributes").putArray("school_id").add(school);
        }
        users.add(account);
    }

    private static ObjectNode client(String clientId) {
        ObjectNode client = JSON.createObjectNode();
        client.put("clientId", clientId)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false);
        client.putArray("defaultClientScopes").add("basic").add("privacy");
        client.putArray("optionalClientScopes");
        return client;
    }

    private static ObjectNode user(DemoPerson person, ObjectNode credential) {
        ObjectNode user = JSON.createObjectNode();
        int space = person.name().indexOf(' ');
        user.put("username", person.username())
                .put("enabled", true)
                .put("email", person.email())
                .put("emailVerified", true)
                .put("lastName", person.name().substring(0, space))
                .put("firstName", person.name().substring(space + 1));
        user.putArray("realmRoles").add(person.role());
        user.putArray("credentials").add(credential);
        ObjectNode attributes = user.putObject("attributes");
        attributes.putArray("person_id").add(person.personId().toString());
        if (person.schoolId() != null) {
            attributes.putArray("school_id").add(person.schoolId());
        }
        return user;
    }

    /** One hash for all: hashing a thousand times the same password would take minutes. */
    private static ObjectNode credential(String password) {
        byte[] salt = "demo people salt".getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, HASH_ITERATIONS, HASH_BITS))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            ObjectNode credential = JSON.createObjectNode();
            credential.put("type", "password");
            credential.put(
                    "secretData",
                    JSON.writeValueAsString(Map.of(
                            "value", base64.encodeToString(hash),
                            "salt", base64.encodeToString(salt),
                            "additionalParameters", Map.of())));
            credential.put(
                    "credentialData",
                    JSON.writeValueAsString(Map.of(
                            "hashIterations",
                            HASH_ITERATIONS,
                            "algorithm",
                            "pbkdf2-sha512",
                            "additionalParameters",
                            Map.of("keyLength", List.of("64")))));
            return credential;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
