package vn.edu.privacy.consent.unit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnitProperties.class)
class UnitConfiguration {}
