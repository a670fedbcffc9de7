package vn.edu.privacy.consent.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads where the realm is told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RealmProperties.class)
class ConnectionConfiguration {}
