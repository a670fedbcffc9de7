package vn.edu.privacy.platform.testing;

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
            Map<String, Object> properties = PartsProperties.of(database, "test-" + number);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real-parts", properties));
        }
    }
}
