package vn.edu.privacy.platform.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * A service on a free port, on a real PostgreSQL (one server per JVM, a new database per application context), a real
 * Kafka broker (one per JVM, a consumer group per application context) and a realm whose tokens {@link Tokens} signs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextCustomizerFactories(RealPartsCustomizerFactory.class)
public @interface RealParts {}
