package vn.edu.privacy.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.edu.privacy.platform.identity.Role;

/**
 * Bad requests of every kind for every operation of an OpenAPI document, made from its schemas. Each must be answered with
 * a 4xx problem that the document knows, never with a 5xx or a 2xx.
 */
public final class BadRequests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";
    private static final int TOO_LARGE = 9 * 1024 * 1024;

    private final OpenApi api;
    private final WebTestClient client;
    private final String origin;
    private final Function<OpenApi.Operation, String> tokens;
    private final Map<String, String> badTokens;

    /**
     * Bad requests for a running service, with tokens that nothing may let in among them.
     *
     * @param contract name of its document
     * @param port where it listens on this machine
     * @param tokens a token that the operation lets in
     */
    public BadRequests(String contract, int port, Function<OpenApi.Operation, String> tokens) {
        UUID person = UUID.randomUUID();
        this.api = OpenApi.of(contract);
        this.client = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        this.origin = "http://localhost:" + port;
        this.tokens = tokens;
        this.badTokens = Map.of(
                "expired token", Tokens.expired(Role.GUARDIAN, person),
                "token of a foreign issuer", Tokens.foreignIssuer(Role.GUARDIAN, person),
                "token for another audience", Tokens.foreignAudience(Role.GUARDIAN, person),
                "token of a foreign key", Tokens.foreignKey(Role.GUARDIAN, person),
                "no token at all", "Bearer x.y.z");
    }

    /** One test for each kind of fault of each operation. */
    public Stream<DynamicTest> tests() {
        return api.operations().stream().flatMap(this::ofOperation);
    }

    private Stream<DynamicTest> ofOperation(OpenApi.Operation operation) {
        List<DynamicTest> tests = new ArrayList<>();
        String token = tokens.apply(operation);
        String path = path(operation, UUID.randomUUID().toString());
        String valid =
                operation.body().map(this::example).map(JsonNode::toString).orElse(null);
        if (!operation.open()) {
            tests.add(test(operation, "no token", new Call(path, null, JSON_TYPE, valid, true), 401));
            badTokens.forEach(
                    (what, bad) -> tests.add(test(operation, what, new Call(path, bad, JSON_TYPE, valid, true), 401)));
        }
        if (operation.path().contains("{") && operation.path().contains("Id}")) {
            tests.add(test(
                    operation,
                    "malformed id",
                    new Call(path(operation, "%3Cnot-an-id%3E"), token, JSON_TYPE, valid, true)));
        }
        if (operation.needsKey()) {
            tests.add(test(operation, "no Idempotency-Key", new Call(path, token, JSON_TYPE, valid, false), 400));
        }
        operation
                .body()
                .ifPresent(schema -> bodies(operation, schema)
                        .forEach((what, body) ->
                                tests.add(test(operation, what, new Call(path, token, JSON_TYPE, body, true)))));
        if (valid != null) {
            tests.add(test(operation, "wrong media type", new Call(path, token, "text/plain", valid, true), 415));
            tests.add(test(
                    operation,
                    "too large",
                    new Call(path, token, JSON_TYPE, "{\"x\":\"" + "x".repeat(TOO_LARGE) + "\"}", true),
                    413));
        }
        return tests.stream();
    }

    private Map<String, String> bodies(OpenApi.Operation operation, JsonNode schema) {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("no body", "");
        bad.put("half a body", "{\"");
        bad.put("an array", "[1]");
        bad.put("a string", "\"text\"");
        bad.put("null", "null");
        ObjectNode example = (ObjectNode) example(schema);
        bad.put("unknown field", example.deepCopy().put("unknownField", 1).toString());
        properties(schema).forEach((name, property) -> {
            bad.put(name + " of a wrong type", wrongType(example, name, property));
            if (required(schema).contains(name)) {
                ObjectNode without = example.deepCopy();
                without.remove(name);
                bad.put(name + " missing", without.toString());
            }
            String broken = broken(property);
            if (broken != null) {
                bad.put(
                        name + " breaking its pattern",
                        example.deepCopy().put(name, broken).toString());
            }
            if (property.has("maxItems") && property.get("maxItems").asInt() <= 5000) {
                ObjectNode many = example.deepCopy();
                JsonNode item = example(api.resolved(property.get("items")));
                var array = many.putArray(name);
                for (int i = 0; i <= property.get("maxItems").asInt(); i++) {
                    array.add(item);
                }
                bad.put(name + " with too many items", many.toString());
            }
        });
        return bad;
    }

    private static String wrongType(ObjectNode example, String name, JsonNode property) {
        ObjectNode wrong = example.deepCopy();
        boolean object = property.has("properties") || "object".equals(text(property, "type"));
        if (object || "array".equals(text(property, "type"))) {
            wrong.put(name, "text");
        } else {
            wrong.putObject(name).put("nested", true);
        }
        return wrong.toString();
    }

    /** A string that the schema forbids, when it says anything about strings. */
    private static @Nullable String broken(JsonNode property) {
        if (property.has("enum") || property.has("pattern") || property.has("format")) {
            return "~ not allowed ~";
        }
        return property.has("maxLength") ? "x".repeat(property.get("maxLength").asInt() + 1) : null;
    }

    private DynamicTest test(OpenApi.Operation operation, String what, Call call, int... expected) {
        return DynamicTest.dynamicTest(operation + ": " + what, () -> {
            EntityExchangeResult<byte[]> answer = send(operation, call);
            int status = answer.getStatus().value();
            if (expected.length > 0) {
                assertThat(status).as(String.valueOf(body(answer))).isEqualTo(expected[0]);
            }
            assertThat(status).as(String.valueOf(body(answer))).isBetween(400, 499);
            assertThat(String.valueOf(answer.getResponseHeaders().getContentType()))
                    .startsWith("application/problem+json");
            api.check(answer);
        });
    }

    private EntityExchangeResult<byte[]> send(OpenApi.Operation operation, Call call) {
        WebTestClient.RequestBodySpec request = client.method(
                        HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT)))
                .uri(URI.create(origin + api.base() + call.path()));
        if (call.token() != null) {
            request.header("Authorization", call.token());
        }
        if (call.key()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (call.body() == null) {
            return request.exchange().expectBody().returnResult();
        }
        return request.header("Content-Type", call.type())
                .bodyValue(call.body())
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static String body(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBodyContent();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static String path(OpenApi.Operation operation, String id) {
        return operation
                .path()
                .replaceAll("\\{[^}]*[iI]d}", id)
                .replace("{number}", "1")
                .replaceAll("\\{[^}]*}", "unknown");
    }

    /** A value that fits the schema, as far as the schema says. */
    private JsonNode example(JsonNode reference) {
        JsonNode schema = api.resolved(reference);
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.has("allOf") || schema.has("properties") || "object".equals(text(schema, "type"))) {
            ObjectNode object = JSON.createObjectNode();
            required(schema).forEach(name -> {
                JsonNode property = properties(schema).get(name);
                if (property != null) {
                    object.set(name, example(property));
                }
            });
            return object;
        }
        return switch (String.valueOf(text(schema, "type"))) {
            case "array" -> JSON.createArrayNode().add(example(schema.get("items")));
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().stringNode(exampleText(schema));
        };
    }

    private static String exampleText(JsonNode schema) {
        return switch (String.valueOf(text(schema, "format"))) {
            case "uuid" -> "0198c0de-0000-7000-8000-000000000001";
            case "date" -> "2026-11-24";
            case "date-time" -> "2026-11-24T07:00:00Z";
            default -> "example";
        };
    }

    private Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        if (schema.has("allOf")) {
            schema.get("allOf").forEach(part -> properties.putAll(properties(api.resolved(part))));
        }
        if (schema.has("properties")) {
            schema.get("properties")
                    .properties()
                    .forEach(entry -> properties.put(entry.getKey(), api.resolved(entry.getValue())));
        }
        return properties;
    }

    private List<String> required(JsonNode schema) {
        List<String> names = new ArrayList<>();
        if (schema.has("allOf")) {
            schema.get("allOf").forEach(part -> names.addAll(required(api.resolved(part))));
        }
        if (schema.has("required")) {
            schema.get("required").forEach(name -> names.add(name.asString()));
        }
        return names;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.get(name).asString() : null;
    }

    private record Call(
            String path,
            @Nullable String token,
            String type,
            @Nullable String body,
            boolean key) {}
}
