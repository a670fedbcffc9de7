package vn.edu.privacy.platform.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a service is told in order to run on the real parts, in this JVM or in one of its own. */
public final class PartsProperties {
    private PartsProperties() {}

    /**
     * Properties by name.
     *
     * @param database the service's own
     * @param group names the service among the readers of topics
     */
    public static Map<String, Object> of(Postgres.Database database, String group) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.r2dbc.url", database.r2dbcUrl());
        properties.put("spring.r2dbc.username", Postgres.USER);
        properties.put("spring.r2dbc.password", Postgres.USER);
        properties.put("spring.flyway.url", database.jdbcUrl());
        properties.put("spring.flyway.user", Postgres.USER);
        properties.put("spring.flyway.password", Postgres.USER);
        properties.put("spring.cloud.stream.kafka.binder.brokers", Kafka.brokers());
        properties.put("spring.cloud.stream.default.group", group);
        properties.put("privacy.vault.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("privacy.identity.issuer", TestRealm.issuer());
        properties.put("privacy.identity.audience", TestRealm.AUDIENCE);
        properties.put("privacy.identity.client-id", "portal");
        properties.put("privacy.identity.client-secret", "secret");
        properties.put("privacy.receipts.signing-key", TestRealm.newKeyPem());
        properties.put("privacy.holder-client.signing-key", TestRealm.newKeyPem());
        return properties;
    }
}
