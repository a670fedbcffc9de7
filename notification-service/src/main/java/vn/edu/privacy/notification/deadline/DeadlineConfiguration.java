package vn.edu.privacy.notification.deadline;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.contracts.law.Holidays;
import vn.edu.privacy.contracts.law.Regimes;

/** The law and the calendar that deadlines are counted by. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {
    @Bean
    Regimes regimes() {
        return Regimes.load();
    }

    @Bean
    Holidays holidays() {
        return Holidays.load();
    }

    @Bean
    Deadlines deadlines(Regimes regimes, Holidays holidays, @Value("${privacy.law.uphold}") List<String> upheld) {
        return new Deadlines(regimes, holidays, upheld);
    }

    @Bean
    Reminders reminders(@Value("${privacy.deadlines.remind-before:P3D,P1D,PT4H}") List<Duration> leads) {
        return new Reminders(leads);
    }
}
