package vn.edu.privacy.platform.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points an application context at the real parts. */
final class RealPartsCustomizerFactory implements ContextCustomizerFactory {
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return new Customizer();
    }

    /** Equal to every other one: contexts that differ in nothing else are shared. */
    private record Customizer() implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration config) {
            int number = CONTEXTS.incrementAndGet();
            Postgres.Database database = Postgres.newDatabase();
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("server.address", "127.0.0.1");
            properties.put("spring.r2dbc.url", database.r2dbcUrl());
            properties.put("spring.r2dbc.username", Postgres.USER);
            properties.put("spring.r2dbc.password", Postgres.USER);
            properties.put("spring.flyway.url", database.jdbcUrl());
            properties.put("spring.flyway.user", Postgres.USER);
            properties.put("spring.flyway.password", Postgres.USER);
            properties.put("spring.cloud.stream.kafka.binder.brokers", Kafka.brokers());
            properties.put("spring.cloud.stream.default.group", "test-" + number);
            properties.put("privacy.vault.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
            properties.put("privacy.identity.issuer", TestRealm.issuer());
            properties.put("privacy.identity.audience", TestRealm.AUDIENCE);
            properties.put("privacy.identity.client-id", "portal");
            properties.put("privacy.identity.client-secret", "secret");
            properties.put("privacy.receipts.signing-key", TestRealm.newKeyPem());
            properties.put("privacy.holder-client.signing-key", TestRealm.newKeyPem());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real-parts", properties));
        }
    }
}
