package vn.edu.privacy.consent.paper;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.consent.consent.application.RecordTerms;
import vn.edu.privacy.consent.paper.application.PrintForm;
import vn.edu.privacy.consent.paper.application.PrintedForms;
import vn.edu.privacy.consent.paper.application.Signers;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.platform.time.Ids;

/** Wires the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

    @Bean
    Signers signers(RecordTerms terms, Clock clock) {
        return new Signers(terms, clock);
    }

    @Bean
    PrintForm printForm(Purposes purposes, PrintedForms forms, Signers signers, Clock clock) {
        return new PrintForm(purposes, forms, signers, new SecureRandom(), Ids::next, clock);
    }
}
