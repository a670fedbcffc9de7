package vn.edu.privacy.platform;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.PropertySource;

/** A service with nothing but the platform; each test imports what it needs besides. */
@SpringBootConfiguration
@EnableAutoConfiguration
@PropertySource("classpath:probe.properties")
public class ProbeApplication {}
