package vn.edu.privacy.notification.holder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the registry of holders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HolderProperties.class)
class HolderConfiguration {}
