package vn.edu.privacy.notification.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.edu.privacy.notification.channel.Report.Status;

/** An SMS gateway in all its moods. */
class GatewaysIT {
    private static final String PHONE = "+84901234567";
    private static final Message MESSAGE = new Message(
            "0198c0de-SMS",
            Channel.SMS,
            "",
            "Đã nhận. Xem: https://cong.example/n/x",
            Locale.of("vi"),
            "REQUEST_RECEIVED",
            3);
    private static final String TAKEN =
            "{\"messageId\":\"g-1\",\"status\":\"ACCEPTED\",\"at\":\"2026-11-25T01:00:00Z\"}";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private Gateways gateways;

    @BeforeEach
    void start() {
        server.start();
        gateways = TestGateways.of(1, Map.of(Channel.SMS, server), 10, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whatIsTakenHasTheGatewaysIdAsProof() {
        answers(jsonResponse(TAKEN, 202));

        assertThat(send()).isEqualTo(new Outcome.Accepted("202 ACCEPTED", "g-1"));
        server.verify(postRequestedFor(urlEqualTo("/v1/messages"))
                .withHeader("Authorization", equalTo("Bearer " + TestGateways.KEY))
                .withHeader("Idempotency-Key", equalTo("0198c0de-SMS"))
                .withRequestBody(matchingJsonPath("$.to", equalTo(PHONE)))
                .withRequestBody(matchingJsonPath("$.text", equalTo("Da nhan. Xem: https://cong.example/n/x")))
                .withRequestBody(matchingJsonPath("$.encoding", equalTo("GSM7")))
                .withRequestBody(matchingJsonPath("$.parts", equalTo("1")))
                .withRequestBody(matchingJsonPath("$.language", equalTo("vi")))
                .withRequestBody(matchingJsonPath("$.template.name", equalTo("REQUEST_RECEIVED")))
                .withRequestBody(matchingJsonPath("$.template.version", equalTo("3"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"messageId\":\" \"}", "<html>ok</html>", "{\"messageId\":", "", "[]"})
    void anAnswerThatProvesNothingIsNotTakenAsSent(String garbage) {
        answers(jsonResponse(garbage, 202));

        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_UNREADABLE));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsNotTakenAsSent(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(send()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() {
        answers(jsonResponse(TAKEN, 202).withFixedDelay((int) TestGateways.TIMEOUT.toMillis() * 2));

        Instant start = Instant.now();
        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_UNAVAILABLE));
        assertThat(Duration.between(start, Instant.now())).isLessThan(TestGateways.TIMEOUT.multipliedBy(2));
    }

    @Test
    void whoAnswersAByteNowAndThenIsNotWaitedForEither() {
        int whole = (int) TestGateways.TIMEOUT.toMillis() * 20;
        answers(jsonResponse(TAKEN, 202).withChunkedDribbleDelay(40, whole));
        server.stubFor(
                get("/v1/messages/g-1").willReturn(jsonResponse(TAKEN, 200).withChunkedDribbleDelay(40, whole)));

        Instant start = Instant.now();
        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_UNAVAILABLE));
        assertThatThrownBy(() -> gateways.report(Channel.SMS, "g-1").block()).isNotNull();
        assertThat(Duration.between(start, Instant.now())).isLessThan(TestGateways.TIMEOUT.multipliedBy(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void anErrorOfItsOwnIsTriedAgain(int code) {
        answers(status(code));

        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_UNAVAILABLE));
    }

    @Test
    void aRefusalOfTheNumberIsForGood() {
        answers(status(422));

        assertThat(send()).isEqualTo(new Outcome.Refused(DeliveryError.GATEWAY_REFUSED, "422"));
    }

    @Test
    void aGatewayThatHasTooMuchSaysForHowLong() {
        answers(status(429).withHeader("Retry-After", "17"));
        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_BUSY, Duration.ofSeconds(17)));

        answers(status(429).withHeader("Retry-After", "Wed, 25 Nov 2026 08:00:00 GMT"));
        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_BUSY, Duration.ofSeconds(30)));
    }

    @Test
    void aRefusalOfTheKeyOrOfTheCallIsOurs() {
        answers(status(401));
        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_LOGIN_REFUSED));
        answers(status(400));
        assertThat(send()).isEqualTo(new Outcome.Failed(DeliveryError.GATEWAY_REFUSED));
    }

    @Test
    void whatIsNoNumberIsNotSent() {
        assertThat(gateways.send(MESSAGE, "0901 234 567").block())
                .isEqualTo(new Outcome.Refused(DeliveryError.ADDRESS_INVALID, null));
        server.verify(0, postRequestedFor(urlEqualTo("/v1/messages")));
    }

    @Test
    void aGatewayThatFailsTenTimesRestsAndIsTriedAgainAfterwards() {
        answers(status(503));
        for (int i = 0; i < 10; i++) {
            assertThat(gateways.room(Channel.SMS, 50)).isEqualTo(50);
            send();
        }

        assertThat(gateways.room(Channel.SMS, 50)).isZero();
        assertThat(send()).isEqualTo(new Outcome.Resting(Duration.ofSeconds(1)));
        server.verify(10, postRequestedFor(urlEqualTo("/v1/messages")));

        answers(jsonResponse(TAKEN, 202));
        await().until(() -> gateways.room(Channel.SMS, 50) == 3);
        for (int i = 0; i < 3; i++) {
            assertThat(send()).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(gateways.room(Channel.SMS, 50)).isEqualTo(50);
    }

    @Test
    void refusalsOfSingleNumbersMakeNobodyRest() {
        answers(status(422));
        for (int i = 0; i < 30; i++) {
            send();
        }

        assertThat(gateways.room(Channel.SMS, 50)).isEqualTo(50);
    }

    @Test
    void aChannelWithoutAGatewayIsNotOffered() {
        assertThat(gateways.offered()).containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(gateways.room(Channel.ZALO, 50)).isZero();
    }

    @Test
    void saysWhatBecameOfAMessageAndNothingWhenItCannotBeRead() {
        server.stubFor(get("/v1/messages/g-1").willReturn(jsonResponse(TAKEN.replace("ACCEPTED", "DELIVERED"), 200)));
        assertThat(gateways.report(Channel.SMS, "g-1").block())
                .isEqualTo(new Report(Status.DELIVERED, Instant.parse("2026-11-25T01:00:00Z")));

        for (ResponseDefinitionBuilder bad : new ResponseDefinitionBuilder[] {
            jsonResponse("{}", 200), jsonResponse("{\"status\":\"PERHAPS\"}", 200), status(404), status(500)
        }) {
            server.stubFor(get("/v1/messages/g-1").willReturn(bad));
            assertThatThrownBy(() -> gateways.report(Channel.SMS, "g-1").block())
                    .isNotNull();
        }
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post("/v1/messages").willReturn(answer));
    }

    private Outcome send() {
        return Objects.requireNonNull(gateways.send(MESSAGE, PHONE).block());
    }
}
