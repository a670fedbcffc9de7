package vn.edu.privacy.notification.request;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.application.ConfirmRequest;
import vn.edu.privacy.notification.request.application.Course;
import vn.edu.privacy.notification.request.application.DeskEntries;
import vn.edu.privacy.notification.request.application.EnterAtDesk;
import vn.edu.privacy.notification.request.application.OpenRequest;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.RuleOnRequest;

/** Wires the desk, which knows no framework. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    @Bean
    EnterAtDesk enterAtDesk(
            Authority authority,
            OpenRequest opening,
            ConfirmRequest confirming,
            RuleOnRequest ruling,
            DeskEntries entries,
            Requests requests,
            Course course,
            Clock clock,
            @Value("${privacy.desk.received-within:P10D}") Duration back) {
        return new EnterAtDesk(authority, opening, confirming, ruling, entries, requests, course, clock, back);
    }
}
