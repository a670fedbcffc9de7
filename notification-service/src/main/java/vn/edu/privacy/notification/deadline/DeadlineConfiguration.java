package vn.edu.privacy.notification.deadline;

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
    Deadlines deadlines(Regimes regimes, @Value("${privacy.law.uphold}") List<String> upheld) {
        return new Deadlines(regimes, Holidays.load(), upheld);
    }
}
