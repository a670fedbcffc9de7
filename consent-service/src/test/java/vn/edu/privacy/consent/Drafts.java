package vn.edu.privacy.consent;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** A data-protection officer at work on the draft of one purpose, over HTTP. */
public final class Drafts {
    private static final String OFFICER = Tokens.system(Role.DATA_PROTECTION_OFFICER);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebTestClient client;
    private final String path;

    public Drafts(WebTestClient client, String code) {
        this.client = client;
        this.path = "/v1/purpose-drafts/" + code;
    }

    WebTestClient.ResponseSpec put(Map<String, Object> content, @Nullable String seen) {
        return send(HttpMethod.PUT, path, content, seen);
    }

    /** Begins a draft; gives its edition. */
    public String begin(Map<String, Object> content) {
        return edition(put(content, null).expectStatus().isCreated());
    }

    /** Saves the next edition; gives it. */
    String save(Map<String, Object> content, String seen) {
        return edition(put(content, seen).expectStatus().isOk());
    }

    JsonNode read() {
        return School.json(client.get()
                .uri(path)
                .header("Authorization", OFFICER)
                .exchange()
                .expectStatus()
                .isOk());
    }

    WebTestClient.ResponseSpec publish(String change, @Nullable String seen) {
        return send(HttpMethod.POST, path + "/publication", Map.of("change", change), seen);
    }

    WebTestClient.ResponseSpec discard(@Nullable String seen) {
        return send(HttpMethod.DELETE, path, null, seen);
    }

    private WebTestClient.ResponseSpec send(
            HttpMethod method, String to, @Nullable Map<String, Object> body, @Nullable String seen) {
        WebTestClient.RequestBodySpec request = client.method(method)
                .uri(to)
                .header("Authorization", OFFICER)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(JSON.writeValueAsString(body))
                        .exchange();
    }

    private static String edition(WebTestClient.ResponseSpec saved) {
        return Objects.requireNonNull(
                saved.expectBody().returnResult().getResponseHeaders().getETag());
    }
}
