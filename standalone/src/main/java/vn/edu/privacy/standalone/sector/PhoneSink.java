package vn.edu.privacy.standalone.sector;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gateways of SMS and Zalo that speak {@code message-gateway.yaml}: they take every message, send none on and say that
 * each has arrived. The messages can be read until the next start.
 */
public final class PhoneSink {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MESSAGES = Pattern.compile("/(sms|zalo)/v1/messages(?:/([0-9a-f-]{36}))?");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{8,128}");

    private final Map<String, Text> taken = new LinkedHashMap<>();
    private final String key;
    private final Clock clock;

    /**
     * Empty.
     *
     * @param key proves the caller of both
     */
    public PhoneSink(String key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A message as it came in.
     *
     * @param id the gateway's
     * @param channel {@code sms} or {@code zalo}
     */
    public record Text(UUID id, String channel, String to, String text, Instant at) {}

    /** All messages since the start, the oldest first. */
    public synchronized List<Text> received() {
        return List.copyOf(taken.values());
    }

    /** The answer to a call of a gateway; null when it is none. */
    SectorRoutes.@Nullable Answer answer(String path, Request request) {
        Matcher call = MESSAGES.matcher(path);
        if (!call.matches()) {
            return null;
        }
        if (!("Bearer " + key).equals(request.getHeader("Authorization"))) {
            return SectorRoutes.Answer.problem(401, "unauthenticated", "The key of the gateway is needed");
        }
        String id = call.group(2);
        if (id != null && request.getMethod().equals(RequestMethod.GET)) {
            return report(call.group(1), id);
        }
        return id == null && request.getMethod().equals(RequestMethod.POST)
                ? take(call.group(1), request)
                : SectorRoutes.Answer.problem(405, "method-not-allowed", "A message is posted, its report read");
    }

    private synchronized SectorRoutes.Answer report(String channel, String id) {
        return taken.values().stream()
                .filter(text ->
                        text.channel().equals(channel) && text.id().toString().equals(id))
                .findFirst()
                .map(text -> SectorRoutes.Answer.ok(status(text, "DELIVERED")))
                .orElseGet(() -> SectorRoutes.Answer.problem(404, "not-found", "No such message was taken"));
    }

    private synchronized SectorRoutes.Answer take(String channel, Request request) {
        String idempotencyKey = request.getHeader("Idempotency-Key");
        JsonNode body;
        try {
            body = JSON.readTree(request.getBody());
        } catch (JacksonException unreadable) {
            return notTaken();
        }
        String to = body.path("to").asString("");
        String words = body.path("text").asString("");
        if (idempotencyKey == null
                || !IDEMPOTENCY_KEY.matcher(idempotencyKey).matches()
                || !NUMBER.matcher(to).matches()
                || words.isBlank()) {
            return notTaken();
        }
        Text text = taken.computeIfAbsent(
                channel + " " + idempotencyKey,
                first -> new Text(UUID.randomUUID(), channel, to, words, clock.instant()));
        return new SectorRoutes.Answer(202, "application/json", JSON.writeValueAsString(status(text, "ACCEPTED")));
    }

    private static SectorRoutes.Answer notTaken() {
        return SectorRoutes.Answer.problem(422, "not-a-message", "A number, a text and an Idempotency-Key are needed");
    }

    private static Map<String, Object> status(Text text, String status) {
        return Map.of("messageId", text.id(), "status", status, "at", text.at().toString());
    }
}
