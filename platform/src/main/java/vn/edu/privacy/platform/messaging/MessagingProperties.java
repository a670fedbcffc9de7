package vn.edu.privacy.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code privacy.messaging.*}.
 *
 * @param poll pause of the relay when nobody wakes it
 * @param batch events of a bucket sent in one transaction
 * @param handlerTimeout how long a handler may take with one event
 * @param outageTimeout how long a consumer waits for a database that is away before Kafka delivers the event again; under
 *     {@code max.poll.interval.ms}
 * @param journalTimeout how long a start may take to replay a journal before it is given up
 * @param remember how long the intake knows what it has taken in; longer than the topics keep their events
 */
@ConfigurationProperties("privacy.messaging")
record MessagingProperties(
        @DefaultValue("50ms") Duration poll,
        @DefaultValue("200") int batch,
        @DefaultValue("30s") Duration handlerTimeout,
        @DefaultValue("4m") Duration outageTimeout,
        @DefaultValue("2m") Duration journalTimeout,
        @DefaultValue("30d") Duration remember) {}
