package vn.edu.privacy.notification.request;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.application.AnswerRequest;
import vn.edu.privacy.notification.request.application.Appeals;
import vn.edu.privacy.notification.request.application.CarryOwnData;
import vn.edu.privacy.notification.request.application.Carrying;
import vn.edu.privacy.notification.request.application.CompleteRequest;
import vn.edu.privacy.notification.request.application.Course;
import vn.edu.privacy.notification.request.application.DecideAppeal;
import vn.edu.privacy.notification.request.application.DeletionOutcome;
import vn.edu.privacy.notification.request.application.DeskEntries;
import vn.edu.privacy.notification.request.application.Grounds;
import vn.edu.privacy.notification.request.application.KeptByLaw;
import vn.edu.privacy.notification.request.application.LodgeAppeal;
import vn.edu.privacy.notification.request.application.PersonalDataGathering;
import vn.edu.privacy.notification.request.application.RequestEvents;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.RestrictionOutcome;
import vn.edu.privacy.notification.request.application.RuleOnAccess;
import vn.edu.privacy.notification.request.application.RuleOnDeletion;
import vn.edu.privacy.notification.request.application.RuleOnProvision;
import vn.edu.privacy.notification.request.application.RuleOnRectification;
import vn.edu.privacy.notification.request.application.RuleOnRequest;
import vn.edu.privacy.notification.request.application.RuleOnRestriction;
import vn.edu.privacy.notification.request.application.RuleOnWithdrawal;
import vn.edu.privacy.notification.request.application.StopRequests;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.time.Ids;

/** Wires what officers rule, and what may be said against it. */
@Configuration(proxyBeanMethods = false)
class RulingConfiguration {
    @Bean
    Grounds grounds(Regimes regimes) {
        return new Grounds(regimes);
    }

    @Bean
    RuleOnAccess ruleOnAccess(Course course, PersonalDataGathering gathering, Clock clock) {
        return new RuleOnAccess(course, gathering, clock);
    }

    @Bean
    RuleOnWithdrawal ruleOnWithdrawal(Course course, RequestEvents events, WithdrawalOutcome outcome, Clock clock) {
        return new RuleOnWithdrawal(course, events, outcome, clock);
    }

    @Bean
    RuleOnRestriction ruleOnRestriction(
            Course course, RequestEvents events, CarryOwnData own, RestrictionOutcome outcome, Clock clock) {
        return new RuleOnRestriction(course, events, own, outcome, clock);
    }

    @Bean
    RuleOnDeletion ruleOnDeletion(
            Course course,
            Requests requests,
            Authority authority,
            RequestEvents events,
            CarryOwnData own,
            Catalogue catalogue,
            KeptByLaw kept,
            DeletionOutcome outcome,
            Clock clock) {
        return new RuleOnDeletion(course, requests, authority, events, own, catalogue, kept, outcome, clock);
    }

    @Bean
    RuleOnRectification ruleOnRectification(
            Course course, Requests requests, Carrying carrying, CompleteRequest completion, Clock clock) {
        return new RuleOnRectification(course, requests, carrying, completion, clock);
    }

    @Bean
    RuleOnProvision ruleOnProvision(
            Course course, Requests requests, Deadlines deadlines, Clocks clocks, RuleOnAccess access, Clock clock) {
        return new RuleOnProvision(course, requests, deadlines, clocks, access, clock, Ids::next);
    }

    @Bean
    AnswerRequest answerRequest(Course course, DeskEntries desk, Clock clock) {
        return new AnswerRequest(course, desk, clock);
    }

    @Bean
    RuleOnRequest ruleOnRequest(
            Course course,
            StopRequests stopping,
            Grounds grounds,
            DeskEntries desk,
            RuleOnAccess access,
            RuleOnWithdrawal withdrawals,
            RuleOnRestriction restrictions,
            RuleOnDeletion deletions,
            RuleOnRectification rectifications,
            RuleOnProvision provisions,
            Clock clock) {
        return new RuleOnRequest(
                course,
                stopping,
                grounds,
                desk,
                access,
                withdrawals,
                restrictions,
                deletions,
                rectifications,
                provisions,
                clock);
    }

    @Bean
    LodgeAppeal lodgeAppeal(Course course, Appeals appeals, Deadlines deadlines, Clocks clocks, Clock clock) {
        return new LodgeAppeal(course, appeals, deadlines, clocks, clock);
    }

    @Bean
    DecideAppeal decideAppeal(Course course, Requests requests, Appeals appeals, Clocks clocks, Clock clock) {
        return new DecideAppeal(course, requests, appeals, clocks, clock);
    }
}
