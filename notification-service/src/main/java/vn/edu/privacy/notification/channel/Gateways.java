package vn.edu.privacy.notification.channel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The channels that this operator offers, each behind a circuit breaker: when most of the last messages failed for a
 * reason that the next would meet too, the channel rests, then tries a few.
 */
@Component
public class Gateways {
    private static final int LOOKED_AT = 20;
    private static final int FEWEST = 10;
    /** How many are tried after a rest. */
    private static final int TRIED = 3;

    private final Map<Channel, Line> lines = new EnumMap<>(Channel.class);
    private final boolean diacritics;
    private final Duration rest;

    Gateways(ChannelProperties properties, JavaMailSenderImpl mail, WebClient.Builder builder) {
        this.rest = properties.rest();
        ChannelProperties.Service sms = properties.gateways().get(Channel.SMS);
        this.diacritics = sms != null && sms.diacritics();
        lines.put(
                Channel.EMAIL,
                new Line(
                        new MailGateway(mail, properties.from()),
                        Pace.perSecond(properties.mailPerSecond()),
                        breaker(Channel.EMAIL),
                        Optional.empty()));
        properties.gateways().forEach((channel, service) -> {
            if (service.isThere() && Channel.OUTSIDE.contains(channel)) {
                lines.put(
                        channel,
                        new Line(
                                new HttpGateway(channel, service, builder.clone()),
                                Pace.perSecond(service.perSecond()),
                                breaker(channel),
                                ReportSignature.of(service.reportKey())));
            }
        });
    }

    /** By which channels messages can leave. */
    public List<Channel> offered() {
        return List.copyOf(lines.keySet());
    }

    /** How many messages the channel may be given at most now; none while it rests. */
    public int room(Channel channel, int atMost) {
        Line line = lines.get(channel);
        if (line == null) {
            return 0;
        }
        return switch (line.breaker().getState()) {
            case OPEN, FORCED_OPEN -> 0;
            case HALF_OPEN -> Math.min(TRIED, atMost);
            default -> atMost;
        };
    }

    /** How fast messages may leave by a channel that is offered. */
    public Pace pace(Channel channel) {
        return line(channel).pace();
    }

    /** Hands a message over, unless its channel rests. */
    public Mono<Outcome> send(Message message, String address) {
        Line line = line(message.channel());
        CircuitBreaker breaker = line.breaker();
        return Mono.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Mono.just(new Outcome.Resting(rest));
            }
            long start = breaker.getCurrentTimestamp();
            return line.gateway()
                    .send(message, address)
                    .doOnNext(outcome -> breaker.onResult(took(breaker, start), breaker.getTimestampUnit(), outcome))
                    .doOnError(failure -> breaker.onError(took(breaker, start), breaker.getTimestampUnit(), failure))
                    .doOnCancel(breaker::releasePermission);
        });
    }

    /** Asks a gateway what became of a message that it took; empty for a channel that cannot be asked, as mail. */
    public Mono<Report> report(Channel channel, String gatewayId) {
        return Mono.defer(() -> line(channel).gateway() instanceof ReportingGateway reporting
                ? reporting.report(gatewayId)
                : Mono.empty());
    }

    /** Whether a report is proven to be from the gateway of that channel, which must have been given a key for it. */
    public boolean provesReport(Channel channel, String signature, byte[] body, Instant now) {
        Line line = lines.get(channel);
        return line != null
                && line.signature()
                        .filter(known -> known.proves(signature, body, now))
                        .isPresent();
    }

    /** A text as the operator's gateway sends it as an SMS. */
    public SmsText sms(String text) {
        return SmsText.of(text, diacritics);
    }

    private Line line(Channel channel) {
        return Objects.requireNonNull(lines.get(channel), () -> channel + " is not offered");
    }

    private static long took(CircuitBreaker breaker, long start) {
        return breaker.getCurrentTimestamp() - start;
    }

    private CircuitBreaker breaker(Channel channel) {
        return CircuitBreaker.of(
                channel.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(FEWEST)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(TRIED)
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .recordResult(result -> result instanceof Outcome.Failed failed
                                && failed.error().isOutage())
                        .build());
    }

    private record Line(Gateway gateway, Pace pace, CircuitBreaker breaker, Optional<ReportSignature> signature) {}
}
