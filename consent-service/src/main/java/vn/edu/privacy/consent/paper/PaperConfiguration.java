package vn.edu.privacy.consent.paper;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.consent.application.ActOnRecords;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.RecordTerms;
import vn.edu.privacy.consent.paper.application.CheckSample;
import vn.edu.privacy.consent.paper.application.EnterAtDesk;
import vn.edu.privacy.consent.paper.application.IntakeBatches;
import vn.edu.privacy.consent.paper.application.PrintForm;
import vn.edu.privacy.consent.paper.application.PrintedForms;
import vn.edu.privacy.consent.paper.application.RecordSupervised;
import vn.edu.privacy.consent.paper.application.Signers;
import vn.edu.privacy.consent.paper.application.TakeInHeldConsents;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.platform.time.Ids;

/** Wires the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperProperties.class)
class PaperConfiguration {

    @Bean
    Signers signers(RecordTerms terms, Clock clock) {
        return new Signers(terms, clock);
    }

    @Bean
    PrintForm printForm(Purposes purposes, PrintedForms forms, Signers signers, Clock clock) {
        return new PrintForm(purposes, forms, signers, new SecureRandom(), Ids::next, clock);
    }

    @Bean
    EnterAtDesk enterAtDesk(
            PrintedForms forms,
            ServedNotices notices,
            Consents consents,
            RecordDecisions decisions,
            Announcements announcements,
            Clock clock) {
        return new EnterAtDesk(forms, notices, consents, decisions, announcements, clock);
    }

    @Bean
    RecordSupervised recordSupervised(
            ServedNotices notices, RecordDecisions decisions, Announcements announcements, Clock clock) {
        return new RecordSupervised(notices, decisions, announcements, clock);
    }

    @Bean
    TakeInHeldConsents takeInHeldConsents(
            Students students,
            RecordDecisions decisions,
            Consents consents,
            IntakeBatches batches,
            Announcements announcements,
            PaperProperties properties,
            Clock clock) {
        return new TakeInHeldConsents(
                students,
                decisions,
                consents,
                batches,
                announcements,
                Regimes.load(),
                properties.plan(),
                new SecureRandom(),
                Ids::next,
                clock);
    }

    @Bean
    CheckSample checkSample(IntakeBatches batches, ActOnRecords acts, Clock clock) {
        return new CheckSample(batches, acts, clock);
    }
}
