package vn.edu.privacy.platform.messaging;

/**
 * An event on its way out.
 *
 * @param topic Kafka topic
 * @param key whose events stay in order among themselves: the student id, as a rule; also the CloudEvent's subject
 * @param type CloudEvents type
 * @param data the event itself, written as JSON
 */
public record OutgoingEvent(String topic, String key, String type, Object data) {}
