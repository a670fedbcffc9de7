package vn.edu.privacy.platform.messaging;

/**
 * An event that waits in the outbox.
 *
 * @param id place in the outbox
 * @param topic Kafka topic
 * @param key Kafka key
 * @param payload the CloudEvent as JSON
 */
record OutboxRow(long id, String topic, String key, String payload) {}
