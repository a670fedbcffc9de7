package vn.edu.privacy.notification.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.CodecException;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import vn.edu.privacy.notification.retry.RetryAfter;

/** An SMS or Zalo gateway that speaks {@code message-gateway.yaml}. */
final class HttpGateway implements ReportingGateway {
    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");
    /** For how long a gateway that does not say so is left alone. */
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final Channel channel;
    private final boolean diacritics;
    private final Duration timeout;
    private final WebClient client;

    HttpGateway(Channel channel, ChannelProperties.Service service, WebClient.Builder builder) {
        this.channel = channel;
        this.diacritics = service.diacritics();
        this.timeout = service.timeout();
        this.client = builder.baseUrl(Objects.requireNonNull(service.url()))
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(timeout)))
                .defaultHeaders(headers -> headers.setBearerAuth(service.key()))
                .build();
    }

    @Override
    public Mono<Outcome> send(Message message, String address) {
        if (!PHONE.matcher(address).matches()) {
            return Mono.just(new Outcome.Refused(DeliveryError.ADDRESS_INVALID, null));
        }
        return client.post()
                .uri("/v1/messages")
                .header("Idempotency-Key", message.id())
                .bodyValue(body(message, address))
                .exchangeToMono(HttpGateway::outcome)
                // to the last byte: one that drips holds up nobody
                .timeout(timeout)
                .onErrorResume(failure -> {
                    LOG.warn(
                            "no answer from the gateway for {}: {}",
                            channel,
                            failure.getClass().getName());
                    return Mono.just(new Outcome.Failed(
                            failure instanceof CodecException
                                    ? DeliveryError.GATEWAY_UNREADABLE
                                    : DeliveryError.GATEWAY_UNAVAILABLE));
                });
    }

    @Override
    public Mono<Report> report(String gatewayId) {
        return client.get()
                .uri("/v1/messages/{id}", gatewayId)
                .retrieve()
                .bodyToMono(Answer.class)
                .timeout(timeout)
                .map(answer -> new Report(
                        Objects.requireNonNull(answer.status(), "status"), Objects.requireNonNull(answer.at(), "at")));
    }

    private Body body(Message message, String address) {
        Wording wording = new Wording(message.template(), message.version());
        String language = message.language().getLanguage();
        if (channel != Channel.SMS) {
            return new Body(address, message.text(), language, wording, null, null);
        }
        SmsText sms = SmsText.of(message.text(), diacritics);
        return new Body(address, sms.text(), language, wording, sms.encoding(), sms.parts());
    }

    private static Mono<Outcome> outcome(ClientResponse response) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(Answer.class)
                    .map(answer -> accepted(response, answer))
                    .defaultIfEmpty(new Outcome.Failed(DeliveryError.GATEWAY_UNREADABLE));
        }
        return response.releaseBody().thenReturn(refused(response));
    }

    /** Without an id there is nothing to show: it is not taken as accepted, and is sent again under the same key. */
    private static Outcome accepted(ClientResponse response, Answer answer) {
        String id = answer.messageId();
        return id == null || id.isBlank()
                ? new Outcome.Failed(DeliveryError.GATEWAY_UNREADABLE)
                : new Outcome.Accepted(response.statusCode().value() + " " + answer.status(), id);
    }

    private static Outcome refused(ClientResponse response) {
        HttpStatus status = HttpStatus.resolve(response.statusCode().value());
        return switch (status) {
            case UNPROCESSABLE_CONTENT ->
                new Outcome.Refused(DeliveryError.GATEWAY_REFUSED, Integer.toString(status.value()));
            case TOO_MANY_REQUESTS -> new Outcome.Failed(DeliveryError.GATEWAY_BUSY, wait(response));
            case UNAUTHORIZED, FORBIDDEN -> new Outcome.Failed(DeliveryError.GATEWAY_LOGIN_REFUSED);
            case null, default ->
                new Outcome.Failed(
                        response.statusCode().is4xxClientError()
                                ? DeliveryError.GATEWAY_REFUSED
                                : DeliveryError.GATEWAY_UNAVAILABLE);
        };
    }

    private static Duration wait(ClientResponse response) {
        return RetryAfter.of(response.headers().asHttpHeaders()).orElse(WAIT);
    }

    /** Body of {@code POST /v1/messages}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String to,
            String text,
            String language,
            Wording template,
            SmsText.@Nullable Encoding encoding,
            @Nullable Integer parts) {}

    /** Which wording it is, for gateways that know each beforehand. */
    private record Wording(String name, int version) {}

    /** The gateway's answer; what later releases of it add is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(
            @Nullable String messageId,
            Report.@Nullable Status status,
            @Nullable Instant at) {}
}
