package vn.edu.privacy.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event received, a CloudEvent with its envelope read.
 *
 * @param id the event's id; the same event may come again and is then dropped by the intake
 * @param type CloudEvents type
 * @param subject the key: the student id, as a rule
 * @param time when it was appended
 * @param data the event itself
 */
public record IncomingEvent(UUID id, String type, String subject, Instant time, JsonNode data) {

    /** The data as the type that the contract names; fails as unreadable when it does not fit. */
    public <T> T as(Class<T> target, JsonMapper mapper) {
        try {
            return mapper.treeToValue(data, target);
        } catch (RuntimeException unfit) {
            throw new UnreadableEvent("data of " + type + " does not fit " + target.getSimpleName(), unfit);
        }
    }
}
