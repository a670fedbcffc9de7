package vn.edu.privacy.notification.catalogue;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.messaging.Intake;

/** Listens to the catalogue of purposes. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    Consumer<Message<byte[]>> purposesIn(Intake intake, DatabaseClient database, JsonMapper json) {
        return intake.into("purposes", new PurposeEvents(database, json));
    }
}
