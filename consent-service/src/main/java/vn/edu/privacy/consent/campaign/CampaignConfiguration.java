package vn.edu.privacy.consent.campaign;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.campaign.application.AwaitedAnswers;
import vn.edu.privacy.consent.campaign.application.CampaignPeople;
import vn.edu.privacy.consent.campaign.application.Campaigns;
import vn.edu.privacy.consent.campaign.application.InviteAndRemind;
import vn.edu.privacy.consent.campaign.application.PlanCampaign;
import vn.edu.privacy.consent.campaign.application.ReadAwaited;
import vn.edu.privacy.consent.campaign.application.SteerCampaign;
import vn.edu.privacy.consent.consent.application.ReadConsents;
import vn.edu.privacy.consent.consent.application.RecordTerms;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.time.Ids;

/** Wires the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CampaignProperties.class)
class CampaignConfiguration {

    @Bean
    AwaitedAnswers awaitedAnswers(RecordTerms terms) {
        return new AwaitedAnswers(terms);
    }

    @Bean
    ReadAwaited readAwaited(
            Students students, ReadConsents consents, AwaitedAnswers rules, CampaignPeople people, Clock clock) {
        return new ReadAwaited(students, consents, rules, people, clock);
    }

    @Bean
    PlanCampaign planCampaign(Campaigns campaigns, CampaignPeople people, Purposes purposes, Clock clock) {
        return new PlanCampaign(campaigns, people, purposes, clock, Ids::next);
    }

    @Bean
    SteerCampaign steerCampaign(Campaigns campaigns, CampaignProperties properties, Clock clock) {
        return new SteerCampaign(campaigns, properties.betweenReminders(), clock);
    }

    @Bean
    InviteAndRemind inviteAndRemind(
            Campaigns campaigns,
            CampaignPeople people,
            ReadAwaited awaited,
            Announcements announcements,
            CampaignProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        return new InviteAndRemind(
                campaigns,
                people,
                awaited,
                announcements,
                new InviteAndRemind.Pace(properties.reminderDays(), properties.atOnce()),
                transaction::transactional,
                clock);
    }
}
