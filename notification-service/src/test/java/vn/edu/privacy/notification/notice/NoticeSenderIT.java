package vn.edu.privacy.notification.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Message;
import vn.edu.privacy.notification.channel.Outcome;
import vn.edu.privacy.notification.channel.Report;
import vn.edu.privacy.notification.channel.TestGateways;

/** From what is told to mailboxes and phones, with the clock in hand. */
class NoticeSenderIT {
    private static final House HOUSE = new House();
    private static final String MAIL = "me@gia-dinh.example";
    private static final String PHONE = "+84901234567";

    @BeforeEach
    void byDay() {
        HOUSE.reset("10:00:00");
    }

    @AfterAll
    static void stop() {
        HOUSE.stop();
    }

    @Test
    void theNextChannelIsTriedWhenNobodyKnowsAnAddress() {
        UUID mother = HOUSE.person(null, PHONE);

        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();

        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS SENT");
        assertThat(HOUSE.texts("select evidence from delivery where channel = 'SMS'"))
                .containsExactly("202 ACCEPTED");
    }

    @Test
    void theNextChannelIsTriedWhenOneRefusesAndTheInboxRemainsWhenAllDo() {
        UUID mother = HOUSE.person("no address at all", PHONE);
        HOUSE.answers(HOUSE.sms, status(422));

        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        HOUSE.send();

        assertThat(HOUSE.states(mother)).containsExactly("EMAIL FAILED", "SMS FAILED");
        assertThat(House.keys(HOUSE.zalo)).isEmpty();
    }

    @Test
    void thePersonsOwnOrderIsFollowedAndNoOtherChannelUsed() {
        UUID mother = HOUSE.person(MAIL, PHONE);
        prefer(mother, new Preference(List.of(Channel.ZALO, Channel.EMAIL), null, true));
        HOUSE.answers(HOUSE.zalo, status(422));

        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.pass(Duration.ofSeconds(1));
        HOUSE.send();
        HOUSE.send();

        assertThat(HOUSE.states(mother)).containsExactly("ZALO FAILED", "EMAIL SENT");
        assertThat(House.keys(HOUSE.sms)).isEmpty();
    }

    @Test
    void whoWantsThePortalAloneGetsNoMessageAndStillHasTheNotice() {
        UUID mother = HOUSE.person(MAIL, PHONE);
        prefer(mother, new Preference(List.of(), null, true));

        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();

        assertThat(HOUSE.states(mother)).isEmpty();
        assertThat(HOUSE.texts("select kind from notice where not silenced")).containsExactly("REQUEST_RECEIVED");
    }

    @Test
    void whatIsSilencedIsKeptButNeitherSentNorShown() {
        UUID mother = HOUSE.person(MAIL, PHONE);
        prefer(mother, new Preference(List.of(Channel.EMAIL), null, false));

        HOUSE.announce(NoticeKind.CAMPAIGN_REMINDER, UUID.randomUUID(), mother);
        HOUSE.announce(NoticeKind.TRANSFERRED, UUID.randomUUID(), mother);
        HOUSE.pass(Duration.ofMinutes(1));
        HOUSE.send();

        assertThat(HOUSE.states(mother)).containsExactly("EMAIL SENT");
        Inbox inbox = new Inbox(HOUSE.database);
        assertThat(inbox.newest(mother).block())
                .singleElement()
                .extracting(Told::kind)
                .isEqualTo(NoticeKind.TRANSFERRED);
        assertThat(inbox.unread(mother).block()).isEqualTo(1);
    }

    @Test
    void oneMessageTellsAParentOfThreeWhatTheWhileBrings() throws Exception {
        UUID mother = HOUSE.person(MAIL, null);
        for (int child = 0; child < 3; child++) {
            HOUSE.announce(NoticeKind.CONSENT_EXPIRING, UUID.randomUUID(), mother);
            HOUSE.pass(Duration.ofSeconds(19));
        }
        HOUSE.announce(NoticeKind.TRANSFERRED, UUID.randomUUID(), mother);

        HOUSE.pass(Duration.ofSeconds(2));
        HOUSE.send();
        assertThat(HOUSE.mails()).isEmpty();
        HOUSE.pass(Duration.ofSeconds(1));
        HOUSE.send();

        assertThat(HOUSE.mails()).hasSize(1);
        assertThat(HOUSE.mails().getFirst().getContent().toString())
                .contains("– Sự đồng ý sắp hết hạn\r\n– Học sinh không còn ở trường cũ\r\n");
        HOUSE.announce(NoticeKind.TRANSFERRED, UUID.randomUUID(), mother);
        HOUSE.pass(Duration.ofMinutes(1));
        HOUSE.send();
        assertThat(HOUSE.mails()).hasSize(2);
    }

    @Test
    void whatIsToldWhileAMessageIsBeingSentGoesWithTheNext() {
        UUID mother = HOUSE.person(MAIL, null);
        HOUSE.announce(NoticeKind.CONSENT_EXPIRING, UUID.randomUUID(), mother);
        Instant claimedBySomebodyWhoseClockIsAhead = HOUSE.clock.instant().plus(Duration.ofMinutes(1));
        HOUSE.deliveries
                .claim(Channel.EMAIL, HOUSE.gateways.pace(Channel.EMAIL), claimedBySomebodyWhoseClockIsAhead, 10)
                .block();

        HOUSE.announce(NoticeKind.TRANSFERRED, UUID.randomUUID(), mother);

        assertThat(HOUSE.states(mother)).containsExactly("EMAIL PENDING", "EMAIL PENDING");
    }

    @Test
    void nobodyIsWokenAndTheMorningBringsOneMessage() {
        UUID mother = HOUSE.person(MAIL, null);
        HOUSE.reset("20:59:59");
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        assertThat(HOUSE.mails()).hasSize(1);

        HOUSE.stand("2026-11-25T21:00:00+07:00");
        HOUSE.tell(NoticeKind.WITHDRAWAL_IN_EFFECT, mother);
        HOUSE.stand("2026-11-26T00:00:00+07:00");
        HOUSE.tell(NoticeKind.WITHDRAWAL_COMPLETED, mother);
        HOUSE.send();
        HOUSE.stand("2026-11-26T06:59:59.999+07:00");
        HOUSE.send();
        assertThat(HOUSE.mails()).hasSize(1);

        HOUSE.stand("2026-11-26T07:00:00+07:00");
        HOUSE.send();
        assertThat(HOUSE.mails()).hasSize(2);
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL SENT", "EMAIL SENT");
    }

    @Test
    void whatIsUrgentComesAtMidnight() {
        UUID mother = HOUSE.person(MAIL, null);
        HOUSE.reset("00:00:00");

        HOUSE.tell(NoticeKind.INCIDENT, mother);
        HOUSE.send();

        assertThat(HOUSE.mails()).hasSize(1);
    }

    @Test
    void anotherAttemptWaitsForTheMorningToo() {
        UUID mother = HOUSE.person(null, PHONE);
        HOUSE.reset("20:59:58");
        HOUSE.answers(HOUSE.sms, status(503));
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        HOUSE.accepts(HOUSE.sms);

        HOUSE.stand("2026-11-25T21:00:05+07:00");
        HOUSE.send();
        HOUSE.stand("2026-11-26T06:59:59+07:00");
        HOUSE.send();
        assertThat(House.keys(HOUSE.sms)).hasSize(1);

        HOUSE.stand("2026-11-26T07:00:00+07:00");
        HOUSE.send();
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS SENT");
        assertThat(HOUSE.texts("select attempts::text from delivery where channel = 'SMS'"))
                .containsExactly("2");
    }

    @Test
    void aCrashBetweenTheMailServersReplyAndOurRecordSendsTheSameMessageAgain() throws Exception {
        UUID mother = HOUSE.person(MAIL, null);
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);

        assertThatThrownBy(() -> HOUSE.sender(new DiesBeforeItsRecord())
                        .sendDue(Channel.EMAIL)
                        .block())
                .hasMessage("killed");
        assertThat(HOUSE.mails()).hasSize(1);
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL PENDING");
        HOUSE.send();
        assertThat(HOUSE.mails()).hasSize(1);
        HOUSE.pass(Deliveries.CLAIM);
        HOUSE.send();

        assertThat(HOUSE.mails()).hasSize(2);
        assertThat(HOUSE.mails().get(1).getMessageID())
                .isNotBlank()
                .isEqualTo(HOUSE.mails().get(0).getMessageID());
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL SENT");
    }

    @Test
    void aCrashBetweenTheGatewaysAnswerAndOurRecordRepeatsItsIdempotencyKey() {
        UUID mother = HOUSE.person(null, PHONE);
        UUID father = HOUSE.person(null, PHONE);
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.sender().sendDue(Channel.EMAIL).block();

        assertThatThrownBy(() -> HOUSE.sender(new DiesBeforeItsRecord())
                        .sendDue(Channel.SMS)
                        .block())
                .hasMessage("killed");
        HOUSE.pass(Deliveries.CLAIM);
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, father);
        HOUSE.send();

        List<String> keys = House.keys(HOUSE.sms);
        assertThat(keys).hasSize(3);
        assertThat(keys.stream().distinct()).hasSize(2);
        assertThat(keys.stream().filter(keys.getFirst()::equals)).hasSize(2);
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS SENT");
    }

    @Test
    void anAnswerThatNeverCameIsNoSuccessAndTheKeyStaysTheSame() {
        UUID mother = HOUSE.person(null, PHONE);
        HOUSE.answers(
                HOUSE.sms,
                jsonResponse("{\"messageId\":\"g-late\",\"status\":\"ACCEPTED\"}", 202)
                        .withFixedDelay((int) TestGateways.TIMEOUT.toMillis() * 2));
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS PENDING");

        HOUSE.accepts(HOUSE.sms);
        HOUSE.pass(Duration.ofSeconds(5));
        HOUSE.send();

        assertThat(House.keys(HOUSE.sms))
                .hasSize(2)
                .containsOnly(House.keys(HOUSE.sms).getFirst());
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS SENT");
    }

    @Test
    void aGatewayThatIsBusyGetsNothingUntilItsTimeIsOver() {
        UUID[] people =
                Stream.generate(() -> HOUSE.person(null, PHONE)).limit(3).toArray(UUID[]::new);
        for (UUID person : people) {
            prefer(person, new Preference(List.of(Channel.SMS), null, true));
        }
        HOUSE.answers(HOUSE.sms, status(429).withHeader("Retry-After", "60"));
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, people[0]);
        HOUSE.send();
        HOUSE.accepts(HOUSE.sms);
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, people);

        HOUSE.pass(Duration.ofSeconds(59));
        HOUSE.send();
        assertThat(House.keys(HOUSE.sms)).hasSize(1);

        HOUSE.pass(Duration.ofSeconds(2));
        HOUSE.send();
        assertThat(House.keys(HOUSE.sms)).hasSize(5);
    }

    @Test
    void theFirstFinalWordOfAGatewayStandsHoweverOftenAnotherComes() {
        UUID mother = HOUSE.person(null, PHONE);
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        String gatewayId = HOUSE.texts("select gateway_id from delivery where gateway_id is not null")
                .getFirst();
        Instant at = HOUSE.clock.instant();

        for (Report.Status status : List.of(
                Report.Status.ACCEPTED, Report.Status.DELIVERED, Report.Status.DELIVERED, Report.Status.UNDELIVERED)) {
            HOUSE.reports.note(Channel.SMS, gatewayId, new Report(status, at)).block();
        }
        HOUSE.reports
                .note(Channel.ZALO, gatewayId, new Report(Report.Status.UNDELIVERED, at))
                .block();

        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS DELIVERED");
    }

    @Test
    void whatDidNotArriveIsSentByTheNextChannelOnce() {
        UUID mother = HOUSE.person(MAIL, PHONE);
        prefer(mother, new Preference(List.of(Channel.SMS, Channel.EMAIL), null, true));
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        reported(200, "{\"status\":\"UNDELIVERED\",\"at\":\"2026-11-25T03:00:30Z\"}");

        HOUSE.pass(Reports.FIRST_QUESTION.minusMillis(1));
        HOUSE.reports.ask().block();
        assertThat(HOUSE.states(mother)).containsExactly("SMS SENT");
        HOUSE.pass(Duration.ofMillis(1));
        HOUSE.reports.ask().block();
        HOUSE.reports.ask().block();
        HOUSE.send();
        HOUSE.send();

        assertThat(HOUSE.states(mother)).containsExactly("SMS UNDELIVERED", "EMAIL SENT");
        assertThat(HOUSE.mails()).hasSize(1);
    }

    @Test
    void aGatewayThatSaysNothingIsAskedAgainLaterAndNothingIsClaimed() {
        UUID mother = HOUSE.person(null, PHONE);
        HOUSE.tell(NoticeKind.REQUEST_RECEIVED, mother);
        HOUSE.send();
        reported(500, "");

        HOUSE.pass(Reports.FIRST_QUESTION);
        HOUSE.reports.ask().block();
        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS SENT");
        reported(200, "{\"status\":\"DELIVERED\",\"at\":\"2026-11-25T03:00:30Z\"}");
        HOUSE.pass(Duration.ofSeconds(40));
        HOUSE.reports.ask().block();

        assertThat(HOUSE.states(mother)).containsExactly("EMAIL NO_ADDRESS", "SMS DELIVERED");
    }

    private static void reported(int status, String body) {
        HOUSE.sms.stubFor(get(urlPathMatching("/v1/messages/.+")).willReturn(jsonResponse(body, status)));
    }

    private static void prefer(UUID person, Preference preference) {
        HOUSE.preferences.keep(person, preference, HOUSE.clock.instant()).block();
    }

    /** Is killed after somebody took the message, before it can write that down. */
    private static final class DiesBeforeItsRecord extends Deliveries {
        DiesBeforeItsRecord() {
            super(HOUSE.database, new NextChannel(HOUSE.preferences, HOUSE.gateways), HOUSE.preferences);
        }

        @Override
        Mono<Void> taken(DueDelivery delivery, Message message, Outcome.Accepted proof, Instant at) {
            return Mono.error(new IllegalStateException("killed"));
        }
    }
}
