package vn.edu.privacy.consent.consent.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.announcement.RecordNews;
import vn.edu.privacy.consent.consent.application.ApplyInstructedErasure;
import vn.edu.privacy.consent.consent.application.ApplyInstructedRestriction;
import vn.edu.privacy.consent.consent.application.ApplyInstructedWithdrawal;
import vn.edu.privacy.consent.consent.application.ConsentEvents;
import vn.edu.privacy.consent.consent.application.InstructionAnswers;
import vn.edu.privacy.consent.consent.application.ReplayErasures;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Intake;
import vn.edu.privacy.platform.messaging.JournalReplay;
import vn.edu.privacy.platform.messaging.Journals;
import vn.edu.privacy.platform.messaging.Outbox;

/** Wires what comes in and goes out by Kafka. */
@Configuration(proxyBeanMethods = false)
class ConsentMessaging {

    @Bean
    ConsentEvents consentEvents(Outbox outbox, RecordNews news) {
        return new AnnouncedConsentEvents(new OutboxConsentEvents(outbox), news);
    }

    @Bean
    InstructionAnswers instructionAnswers(Outbox outbox) {
        return new OutboxInstructionAnswers(outbox);
    }

    @Bean
    Consumer<Message<byte[]>> instructionsIn(
            Intake intake,
            ApplyInstructedWithdrawal withdrawals,
            ApplyInstructedRestriction restrictions,
            ApplyInstructedErasure erasures,
            JsonMapper json) {
        return intake.into("instructions", new InstructionEvents(withdrawals, restrictions, erasures, json));
    }

    @Bean
    JournalReplay erasureReplay(Journals journals, ReplayErasures erasures, JsonMapper json) {
        return journals.replayedAtStart(Topics.ERASURES, new ErasureJournal(erasures, json));
    }
}
