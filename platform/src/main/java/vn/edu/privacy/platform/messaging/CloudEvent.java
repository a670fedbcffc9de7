package vn.edu.privacy.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** CloudEvents 1.0, structured JSON: the envelope around every event on Kafka. */
final class CloudEvent {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final String VERSION = "1.0";

    private CloudEvent() {}

    static String write(UUID id, String source, OutgoingEvent event, Clock clock, JsonMapper mapper) {
        ObjectNode envelope = mapper.createObjectNode()
                .put("specversion", VERSION)
                .put("id", id.toString())
                .put("source", source)
                .put("type", event.type())
                .put("subject", event.key())
                .put("time", clock.instant().toString())
                .put("datacontenttype", "application/json");
        envelope.set("data", mapper.valueToTree(event.data()));
        return mapper.writeValueAsString(envelope);
    }

    static IncomingEvent read(byte[] json, JsonMapper mapper) {
        JsonNode envelope;
        try {
            envelope = mapper.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableEvent("not JSON", e);
        }
        if (!VERSION.equals(text(envelope, "specversion"))) {
            throw new UnreadableEvent("not a CloudEvent of version " + VERSION);
        }
        JsonNode data = envelope.get("data");
        if (data == null || !data.isObject()) {
            throw new UnreadableEvent("a CloudEvent without data");
        }
        try {
            return new IncomingEvent(
                    UUID.fromString(text(envelope, "id")),
                    text(envelope, "type"),
                    text(envelope, "subject"),
                    Instant.parse(text(envelope, "time")),
                    data);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("a CloudEvent whose id is no UUID or whose time is no instant", e);
        }
    }

    private static String text(JsonNode envelope, String name) {
        JsonNode value = envelope.get(name);
        if (value == null || !value.isString()) {
            throw new UnreadableEvent("a CloudEvent without " + name);
        }
        return value.stringValue();
    }
}
