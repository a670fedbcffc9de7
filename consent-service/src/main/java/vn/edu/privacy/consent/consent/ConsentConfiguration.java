package vn.edu.privacy.consent.consent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import vn.edu.privacy.consent.consent.application.ActOnRecords;
import vn.edu.privacy.consent.consent.application.ApplyInstructedErasure;
import vn.edu.privacy.consent.consent.application.ApplyInstructedRestriction;
import vn.edu.privacy.consent.consent.application.ApplyInstructedWithdrawal;
import vn.edu.privacy.consent.consent.application.ConsentEvents;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.consent.consent.application.EraseData;
import vn.edu.privacy.consent.consent.application.Erasures;
import vn.edu.privacy.consent.consent.application.ExpireConsents;
import vn.edu.privacy.consent.consent.application.InstructionAnswers;
import vn.edu.privacy.consent.consent.application.LedgerWriter;
import vn.edu.privacy.consent.consent.application.ReadConsents;
import vn.edu.privacy.consent.consent.application.RebuildRecords;
import vn.edu.privacy.consent.consent.application.RecallConsent;
import vn.edu.privacy.consent.consent.application.RecordDecisions;
import vn.edu.privacy.consent.consent.application.RecordTerms;
import vn.edu.privacy.consent.consent.application.ReevaluateRecords;
import vn.edu.privacy.consent.consent.application.ReplayErasures;
import vn.edu.privacy.consent.consent.application.RestrictProcessing;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.consent.roster.FactsHistory;
import vn.edu.privacy.consent.roster.StudentErasure;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.time.Ids;

/** Wires the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ConsentConfiguration.class);

    /** The ages of the law in force and of the regimes upheld with it (R-REG-03, R-REG-04). */
    @Bean
    RecordTerms recordTerms(Clock clock, LawInForce law) {
        return new RecordTerms(law.on(LocalDate.ofInstant(clock.instant(), LawInForce.ZONE)));
    }

    @Bean
    LedgerWriter ledgerWriter(
            Consents consents,
            Students students,
            EntryTexts texts,
            ConsentEvents events,
            RecordTerms terms,
            Clock clock) {
        return new LedgerWriter(consents, students, texts, events, terms, clock, Ids::next);
    }

    @Bean
    RecordDecisions recordDecisions(
            Students students, Purposes purposes, ServedNotices notices, EntryTexts texts, LedgerWriter ledger) {
        return new RecordDecisions(students, purposes, notices, texts, ledger);
    }

    @Bean
    ActOnRecords actOnRecords(Consents consents, Purposes purposes, LedgerWriter ledger) {
        return new ActOnRecords(consents, purposes, ledger);
    }

    @Bean
    RestrictProcessing restrictProcessing(
            Students students, Purposes purposes, Consents consents, LedgerWriter ledger) {
        return new RestrictProcessing(students, purposes, consents, ledger);
    }

    @Bean
    ApplyInstructedRestriction applyInstructedRestriction(
            RestrictProcessing restrict, Consents consents, InstructionAnswers answers, Clock clock) {
        return new ApplyInstructedRestriction(restrict, consents, answers, clock);
    }

    @Bean
    ApplyInstructedWithdrawal applyInstructedWithdrawal(
            Students students,
            Purposes purposes,
            Consents consents,
            LedgerWriter ledger,
            ConsentEvents events,
            Clock clock) {
        return new ApplyInstructedWithdrawal(students, purposes, consents, ledger, events, clock);
    }

    @Bean
    EraseData eraseData(
            Students students,
            StudentErasure roster,
            Purposes purposes,
            Consents consents,
            LedgerWriter ledger,
            Erasures erasures,
            RecordTerms terms) {
        return new EraseData(students, roster, purposes, consents, ledger, erasures, terms);
    }

    @Bean
    ApplyInstructedErasure applyInstructedErasure(
            Students students,
            StudentErasure roster,
            Purposes purposes,
            Consents consents,
            Erasures erasures,
            EraseData erase,
            InstructionAnswers answers,
            Clock clock) {
        return new ApplyInstructedErasure(students, roster, purposes, consents, erasures, erase, answers, clock);
    }

    @Bean
    ReplayErasures replayErasures(Erasures erasures, EraseData erase, InstructionAnswers answers) {
        return new ReplayErasures(erasures, erase, answers);
    }

    @Bean
    ReevaluateRecords reevaluateRecords(
            Students students, Purposes purposes, Consents consents, ConsentEvents events, RecordTerms terms) {
        return new ReevaluateRecords(students, purposes, consents, events, terms);
    }

    @Bean
    ExpireConsents expireConsents(
            Consents consents,
            ReevaluateRecords records,
            TransactionalOperator transaction,
            MeterRegistry metrics,
            Clock clock) {
        Counter unsettled = Counter.builder("consents.expiry.failed")
                .description("students whose ended consents could not be settled in a run; they stay due")
                .register(metrics);
        return new ExpireConsents(
                consents,
                records,
                transaction::transactional,
                (student, error) -> {
                    unsettled.increment();
                    LOG.warn(
                            "records of student {} stay due: {}",
                            student,
                            error.getClass().getName());
                },
                clock);
    }

    @Bean
    RecallConsent recallConsent(
            Students students, FactsHistory history, Consents consents, Erasures erasures, RecordTerms terms) {
        return new RecallConsent(students, history, consents, erasures, terms);
    }

    @Bean
    ReadConsents readConsents(Students students, Purposes purposes, Consents consents, RecordTerms terms, Clock clock) {
        return new ReadConsents(students, purposes, consents, terms, clock);
    }

    @Bean
    RebuildRecords rebuildRecords(
            Students students,
            Purposes purposes,
            Consents consents,
            RecordTerms terms,
            ReactiveTransactionManager transactions) {
        DefaultTransactionDefinition snapshot = new DefaultTransactionDefinition();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new RebuildRecords(
                students,
                purposes,
                consents,
                terms,
                TransactionalOperator.create(transactions, snapshot)::transactional);
    }
}
