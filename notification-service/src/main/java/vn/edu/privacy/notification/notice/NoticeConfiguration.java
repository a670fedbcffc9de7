package vn.edu.privacy.notification.notice;

import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.messaging.Intake;

/** Binds what notices are configured with, and listens to what is announced. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeConfiguration {
    @Bean
    Consumer<Message<byte[]>> noticesIn(Intake intake, Announcements announcements, JsonMapper json) {
        return intake.into("notices", new AnnouncementEvents(announcements, json));
    }
}
