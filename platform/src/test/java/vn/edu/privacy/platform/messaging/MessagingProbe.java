package vn.edu.privacy.platform.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A broker that can be made to fail, and a consumer whose handler does what the event's type says. */
@TestConfiguration
class MessagingProbe {
    static final String TOPIC = "probe.in.v1";

    /** Sends that are still to fail. */
    final AtomicInteger failingSends = new AtomicInteger();

    /** How often the handler was called, by the event's subject. */
    final Map<String, Integer> calls = new ConcurrentHashMap<>();

    @Bean
    Broker broker(StreamBridge bridge) {
        Broker kafka = new StreamBroker(bridge);
        return event -> {
            if (failingSends.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new MessageDeliveryException("the broker is away");
            }
            kafka.send(event);
        };
    }

    @Bean
    Consumer<Message<byte[]>> probeIn(Intake intake, DatabaseClient database) {
        return intake.into("probe", event -> {
            int call = calls.merge(event.subject(), 1, Integer::sum);
            Mono<Void> write = database.sql("insert into seen (subject) values ($1)")
                    .bind(0, event.subject())
                    .then();
            return switch (event.type()) {
                case "poison" -> write.then(Mono.error(new IllegalStateException("no such student")));
                case "second-try" -> call < 2 ? write.then(Mono.error(new IllegalStateException("not yet"))) : write;
                case "outage" ->
                    call < 6 ? Mono.error(new DataAccessResourceFailureException("the database is away")) : write;
                default -> write;
            };
        });
    }
}
