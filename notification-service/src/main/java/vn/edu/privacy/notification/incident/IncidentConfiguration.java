package vn.edu.privacy.notification.incident;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.incident.application.AffectedPeople;
import vn.edu.privacy.notification.incident.application.IncidentCourse;
import vn.edu.privacy.notification.incident.application.Incidents;
import vn.edu.privacy.notification.incident.application.PursueIncident;
import vn.edu.privacy.notification.incident.application.ReadIncidents;
import vn.edu.privacy.notification.incident.application.RegisterIncident;
import vn.edu.privacy.notification.incident.application.RemindOfIncidents;
import vn.edu.privacy.notification.incident.application.TellAffected;
import vn.edu.privacy.notification.notice.IncidentNotices;
import vn.edu.privacy.notification.notice.OfficerNotices;
import vn.edu.privacy.platform.time.Ids;

/** Puts what is done about violations together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IncidentProperties.class)
class IncidentConfiguration {
    @Bean
    IncidentCourse incidentCourse(Incidents incidents, Regimes regimes) {
        return new IncidentCourse(incidents, regimes);
    }

    @Bean
    RegisterIncident registerIncident(
            Incidents incidents, Regimes regimes, @Value("${privacy.law.uphold}") List<String> upheld, Clock clock) {
        return new RegisterIncident(incidents, regimes, upheld, clock, Ids::next);
    }

    @Bean
    PursueIncident pursueIncident(IncidentCourse course, Incidents incidents, AffectedPeople affected, Clock clock) {
        return new PursueIncident(course, incidents, affected, clock);
    }

    @Bean
    TellAffected tellAffected(
            IncidentCourse course,
            PursueIncident pursuit,
            AffectedPeople affected,
            Authority authority,
            IncidentNotices notices,
            Clock clock) {
        return new TellAffected(course, pursuit, affected, authority, notices, clock);
    }

    @Bean
    RemindOfIncidents remindOfIncidents(
            Incidents incidents, OfficerNotices officers, IncidentProperties properties, Clock clock) {
        return new RemindOfIncidents(incidents, officers, properties.remindBefore(), clock);
    }

    @Bean
    ReadIncidents readIncidents(Incidents incidents, AffectedPeople affected, IncidentCourse course) {
        return new ReadIncidents(incidents, affected, course);
    }
}
