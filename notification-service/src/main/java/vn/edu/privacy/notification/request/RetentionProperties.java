package vn.edu.privacy.notification.request;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.edu.privacy.notification.request.application.KeptByLaw;

/**
 * Settings {@code privacy.retention.*}.
 *
 * @param keptByLaw data that nobody may delete, by category, each with the provision that has it kept (R-DEL-02)
 */
@ConfigurationProperties("privacy.retention")
record RetentionProperties(@DefaultValue List<KeptByLaw.Entry> keptByLaw) {
    RetentionProperties {
        keptByLaw = List.copyOf(keptByLaw);
    }
}
