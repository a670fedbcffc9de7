package vn.edu.privacy.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that a journal's topic is there and forgets nothing: compacted, never shortened by time or size. */
final class JournalTopic {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final KafkaConnection kafka;
    private final String name;

    JournalTopic(KafkaConnection kafka, String name) {
        this.kafka = kafka;
        this.name = name;
    }

    /**
     * Creates the topic unless it is there; gives whether it was there.
     *
     * @throws IllegalStateException when it is there and would forget, or Kafka does not answer in time
     */
    boolean require(Duration atMost) {
        try (Admin admin = Admin.create(settings(atMost))) {
            // what was made just now is known, and not yet by every broker
            if (!within(atMost, admin.listTopics().names()).contains(name) && created(admin, atMost)) {
                return false;
            }
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
            Config found = Objects.requireNonNull(
                    within(atMost, admin.describeConfigs(List.of(topic)).all()).get(topic));
            String policy = found.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
            if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(policy)) {
                throw new IllegalStateException(name + " would forget: set cleanup.policy=compact, not " + policy);
            }
            return true;
        }
    }

    /** A client waits for one answer no longer than for all of them: it insists on that. */
    private Map<String, Object> settings(Duration atMost) {
        int millis = (int) Math.min(atMost.toMillis(), LONGEST_ANSWER.toMillis());
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) atMost.toMillis());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis);
        return settings;
    }

    /** False when another instance was faster; what it made is looked at. */
    private boolean created(Admin admin, Duration atMost) {
        NewTopic topic = new NewTopic(name, Optional.of(kafka.minPartitionCount()), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            within(atMost, admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException another) {
            return false;
        }
    }

    private <T> T within(Duration atMost, KafkaFuture<T> answer) {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException another) {
                throw another;
            }
            throw new IllegalStateException(name + " could not be looked at: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(name + " could not be looked at within " + atMost, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }
}
