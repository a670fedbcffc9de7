package vn.edu.privacy.consent.campaign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.consent.campaign.application.AwaitedAnswers;
import vn.edu.privacy.consent.consent.application.RecordTerms;

/** Wires the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    AwaitedAnswers awaitedAnswers(RecordTerms terms) {
        return new AwaitedAnswers(terms);
    }
}
