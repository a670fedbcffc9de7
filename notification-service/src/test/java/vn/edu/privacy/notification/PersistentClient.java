package vn.edu.privacy.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that makes each call until it is answered, always under the same Idempotency-Key. */
final class PersistentClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Set<Integer> TRY_AGAIN = Set.of(502, 503, 504);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger repeated = new AtomicInteger();
    private final String url;

    PersistentClient(String url) {
        this.url = url;
    }

    /** How many calls were made again because nothing was answered. */
    int repeated() {
        return repeated.get();
    }

    /** Makes a call that writes; the answer must be one of success. */
    JsonNode post(Supplier<String> token, String path, @Nullable Object body) {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> answer = untilAnswered(() -> request(token, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    /** Reads until what is read is as wanted. */
    JsonNode get(Supplier<String> token, String path, Predicate<JsonNode> wanted) {
        return Awaitility.await(path)
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            HttpResponse<String> answer = untilAnswered(
                                    () -> request(token, path).GET().build());
                            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.missingNode();
                        },
                        wanted);
    }

    private HttpRequest.Builder request(Supplier<String> token, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", token.get());
    }

    private HttpResponse<String> untilAnswered(Supplier<HttpRequest> call) {
        return Awaitility.await("an answer")
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> once(call.get()), answer -> answer != null);
    }

    private @Nullable HttpResponse<String> once(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!TRY_AGAIN.contains(answer.statusCode())) {
                return answer;
            }
        } catch (IOException killed) {
            // what became of the call nobody knows: it is made again
        }
        repeated.incrementAndGet();
        return null;
    }

    @Override
    public void close() {
        http.close();
    }
}
