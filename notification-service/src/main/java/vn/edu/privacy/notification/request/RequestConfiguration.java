package vn.edu.privacy.notification.request;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.deadline.Clocks;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.guardianship.Childhood;
import vn.edu.privacy.notification.look.Looks;
import vn.edu.privacy.notification.notice.Notices;
import vn.edu.privacy.notification.request.application.Appeals;
import vn.edu.privacy.notification.request.application.AskRequester;
import vn.edu.privacy.notification.request.application.CancelRequest;
import vn.edu.privacy.notification.request.application.CarryOwnData;
import vn.edu.privacy.notification.request.application.Carrying;
import vn.edu.privacy.notification.request.application.CloseQuestion;
import vn.edu.privacy.notification.request.application.CompleteRequest;
import vn.edu.privacy.notification.request.application.ConfirmRequest;
import vn.edu.privacy.notification.request.application.ConfirmRestriction;
import vn.edu.privacy.notification.request.application.ConfirmWithdrawal;
import vn.edu.privacy.notification.request.application.Course;
import vn.edu.privacy.notification.request.application.DeletionOutcome;
import vn.edu.privacy.notification.request.application.DeskEntries;
import vn.edu.privacy.notification.request.application.ExtendDeadline;
import vn.edu.privacy.notification.request.application.Extensions;
import vn.edu.privacy.notification.request.application.GatherAgain;
import vn.edu.privacy.notification.request.application.Grounds;
import vn.edu.privacy.notification.request.application.KeptByLaw;
import vn.edu.privacy.notification.request.application.LiftRestriction;
import vn.edu.privacy.notification.request.application.MarkExpired;
import vn.edu.privacy.notification.request.application.MarkGathered;
import vn.edu.privacy.notification.request.application.MarkReleased;
import vn.edu.privacy.notification.request.application.OpenRequest;
import vn.edu.privacy.notification.request.application.PersonalDataGathering;
import vn.edu.privacy.notification.request.application.Questions;
import vn.edu.privacy.notification.request.application.ReadQuestions;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.RequestEvents;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.RestrictionOutcome;
import vn.edu.privacy.notification.request.application.StandingConsents;
import vn.edu.privacy.notification.request.application.StopRequests;
import vn.edu.privacy.notification.request.application.WatchDeadlines;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.time.Ids;

/** Wires the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RequestConfiguration {
    @Bean
    Course course(Requests requests, Clocks clocks, RequestEvents events, Notices notices, Authority authority) {
        return new Course(requests, clocks, events, notices, authority);
    }

    @Bean
    OpenRequest openRequest(
            Authority authority,
            Catalogue catalogue,
            Deadlines deadlines,
            Clocks clocks,
            Requests requests,
            Course course,
            Clock clock) {
        return new OpenRequest(authority, catalogue, deadlines, clocks, requests, course, clock, Ids::next);
    }

    @Bean
    ConfirmWithdrawal confirmWithdrawal(
            Authority authority,
            StandingConsents consents,
            RequestEvents events,
            Course course,
            Clock clock,
            @Value("${privacy.withdrawal.patience:PT2S}") Duration patience) {
        return new ConfirmWithdrawal(authority, consents, events, course, clock, patience);
    }

    @Bean
    ConfirmRestriction confirmRestriction(
            Authority authority, RequestEvents events, CarryOwnData own, Course course, Clock clock) {
        return new ConfirmRestriction(authority, events, own, course, clock);
    }

    @Bean
    ConfirmRequest confirmRequest(Course course, ConfirmWithdrawal withdrawals, ConfirmRestriction restrictions) {
        return new ConfirmRequest(course, withdrawals, restrictions);
    }

    @Bean
    LiftRestriction liftRestriction(
            Authority authority, RequestEvents events, CarryOwnData own, Course course, Clock clock) {
        return new LiftRestriction(authority, events, own, course, clock);
    }

    @Bean
    RestrictionOutcome restrictionOutcome(
            Requests requests, Course course, Carrying carrying, CompleteRequest completion) {
        return new RestrictionOutcome(requests, course, carrying, completion);
    }

    @Bean
    DeletionOutcome deletionOutcome(
            Requests requests,
            Course course,
            Carrying carrying,
            CompleteRequest completion,
            Catalogue catalogue,
            KeptByLaw kept) {
        return new DeletionOutcome(requests, course, carrying, completion, catalogue, kept);
    }

    @Bean
    CarryOwnData carryOwnData(
            Requests requests,
            Carrying carrying,
            Catalogue catalogue,
            KeptByLaw kept,
            RestrictionOutcome restrictions,
            DeletionOutcome deletions,
            CompleteRequest completion,
            Clock clock) {
        return new CarryOwnData(requests, carrying, catalogue, kept, restrictions, deletions, completion, clock);
    }

    @Bean
    KeptByLaw keptByLaw(RetentionProperties retention) {
        return new KeptByLaw(retention.keptByLaw());
    }

    @Bean
    CancelRequest cancelRequest(Course course, Clock clock) {
        return new CancelRequest(course, clock);
    }

    @Bean
    StopRequests stopRequests(Requests requests, Course course, Authority authority, Clock clock) {
        return new StopRequests(requests, course, authority, clock);
    }

    @Bean
    ExtendDeadline extendDeadline(
            Course course, Deadlines deadlines, Clocks clocks, Extensions extensions, Clock clock) {
        return new ExtendDeadline(course, deadlines, clocks, extensions, clock);
    }

    @Bean
    MarkGathered markGathered(Course course, Clock clock) {
        return new MarkGathered(course, clock);
    }

    @Bean
    GatherAgain gatherAgain(Course course, PersonalDataGathering gathering, Clock clock) {
        return new GatherAgain(course, gathering, clock);
    }

    @Bean
    MarkReleased markReleased(Course course, Clock clock) {
        return new MarkReleased(course, clock);
    }

    @Bean
    MarkExpired markExpired(Course course, Clock clock) {
        return new MarkExpired(course, clock);
    }

    @Bean
    CompleteRequest completeRequest(Requests requests, Course course, Clock clock) {
        return new CompleteRequest(requests, course, clock);
    }

    @Bean
    WithdrawalOutcome withdrawalOutcome(
            Requests requests,
            Course course,
            Carrying carrying,
            CompleteRequest completion,
            Childhood childhood,
            Deadlines deadlines,
            Clocks clocks) {
        return new WithdrawalOutcome(requests, course, carrying, completion, childhood, deadlines, clocks, Ids::next);
    }

    @Bean
    ReadRequests readRequests(
            Requests requests,
            Clocks clocks,
            Catalogue catalogue,
            Carrying carrying,
            Extensions extensions,
            Looks looks,
            Grounds grounds,
            Appeals appeals,
            DeskEntries desk) {
        return new ReadRequests(requests, clocks, catalogue, carrying, extensions, looks, grounds, appeals, desk);
    }

    @Bean
    WatchDeadlines watchDeadlines(Requests requests, Course course, Clocks clocks, Notices notices, Clock clock) {
        return new WatchDeadlines(requests, course, clocks, notices, clock);
    }

    @Bean
    AskRequester askRequester(
            Course course,
            Questions questions,
            Clocks clocks,
            Notices notices,
            Clock clock,
            @Value("${privacy.deadlines.answer-within:P10D}") Duration patience) {
        return new AskRequester(course, questions, clocks, notices, clock, patience);
    }

    @Bean
    CloseQuestion closeQuestion(
            Course course,
            Questions questions,
            Authority authority,
            Deadlines deadlines,
            Clocks clocks,
            Notices notices,
            Clock clock) {
        return new CloseQuestion(course, questions, authority, deadlines, clocks, notices, clock);
    }

    @Bean
    ReadQuestions readQuestions(Requests requests, Questions questions) {
        return new ReadQuestions(requests, questions);
    }
}
