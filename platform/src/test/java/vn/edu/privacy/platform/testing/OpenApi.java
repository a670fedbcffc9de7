package vn.edu.privacy.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One of the OpenAPI 3.1 documents in {@code contracts/http}, to hold requests and responses to it. */
public final class OpenApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final String base;

    private OpenApi(JsonNode document) {
        this.document = document;
        this.base = document.at("/servers/0/url").asString();
    }

    /** The document of that name, for instance {@code consent-service}. */
    public static OpenApi of(String name) {
        String path = "/contracts/http/" + name + ".yaml";
        try (InputStream in = OpenApi.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            return new OpenApi(JSON.valueToTree(new Yaml().<Object>load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base path of the service. */
    public String base() {
        return base;
    }

    /** Every operation of the document. */
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method ->
                                List.of("get", "put", "post", "delete", "patch").contains(method.getKey()))
                        .forEach(method -> all.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
        return all;
    }

    /**
     * The operation that a call is, a concrete path before a templated one; fails when the document does not know it.
     */
    public Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method))
                .filter(operation -> operation.matches(base, path))
                .min(Comparator.comparingLong(Operation::variables))
                .orElseThrow(() -> new AssertionError("no operation " + method + " " + path + " in the document"));
    }

    /**
     * Asserts that what was exchanged is what the document says: a known operation, a known status, a fitting body. Tells
     * which of the document's answers it was, in the words of {@link #goodAnswers()}.
     */
    public String check(EntityExchangeResult<?> exchanged) {
        Operation operation =
                operation(exchanged.getMethod().name(), exchanged.getUrl().getPath());
        String status = String.valueOf(exchanged.getStatus().value());
        JsonNode response = operation.response(status);
        if (!response.has("content")) {
            return operation + " " + status;
        }
        String type = String.valueOf(exchanged.getResponseHeaders().getContentType());
        Map.Entry<String, JsonNode> media = response.get("content").properties().stream()
                .filter(entry -> type.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " " + status + " may not answer " + type));
        String answer = operation + " " + status + " " + media.getKey();
        byte[] body = exchanged.getResponseBodyContent();
        if (body != null && type.contains("json")) {
            String text = new String(body, StandardCharsets.UTF_8);
            Stream<String> values = type.contains("ndjson") ? text.lines() : Stream.of(text);
            values.forEach(value -> assertFits(media.getValue().get("schema"), JSON.readTree(value), answer));
        }
        return answer;
    }

    /** Each way in which an operation of the document may succeed: {@code GET /v1/purposes 200 application/json}. */
    public Set<String> goodAnswers() {
        return operations().stream().flatMap(Operation::goodAnswers).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a JSON value violates of a schema of the document. */
    public List<String> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.get("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        Schema compiled = SCHEMAS.getSchema(whole);
        return compiled.validate(value).stream().map(Object::toString).toList();
    }

    private void assertFits(JsonNode schema, JsonNode value, String what) {
        assertThat(violations(schema, value)).as("%s: %s", what, value).isEmpty();
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** One operation of the document. */
    public final class Operation {
        private final String method;
        private final String path;
        private final JsonNode definition;

        Operation(String method, String path, JsonNode definition) {
            this.method = method;
            this.path = path;
            this.definition = definition;
        }

        /** GET, POST … in lower case. */
        public String method() {
            return method;
        }

        /** The path template. */
        public String path() {
            return path;
        }

        /** Whether no token is needed. */
        public boolean open() {
            return definition.has("security") && definition.get("security").isEmpty();
        }

        /** The schema of the JSON body, when the operation takes one. */
        public Optional<JsonNode> body() {
            JsonNode schema = definition.at("/requestBody/content/application~1json/schema");
            return schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(schema));
        }

        /** Whether the header {@code Idempotency-Key} is asked for. */
        public boolean needsKey() {
            JsonNode parameters = definition.get("parameters");
            return parameters != null
                    && parameters
                            .valueStream()
                            .map(OpenApi.this::resolved)
                            .anyMatch(parameter ->
                                    parameter.get("name").asString().equals("Idempotency-Key"));
        }

        private Stream<String> goodAnswers() {
            return definition.get("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2"))
                    .flatMap(status -> response(status).has("content")
                            ? response(status).get("content").propertyNames().stream()
                                    .map(type -> this + " " + status + " " + type)
                            : Stream.of(this + " " + status));
        }

        JsonNode response(String status) {
            JsonNode response = definition.get("responses").get(status);
            if (response == null) {
                throw new AssertionError(this + " may not answer " + status);
            }
            return resolved(response);
        }

        private long variables() {
            return path.chars().filter(letter -> letter == '{').count();
        }

        boolean matches(String base, String actual) {
            String[] parts = (base + path).split("\\{[^}]+}", -1);
            StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
            for (int i = 1; i < parts.length; i++) {
                regex.append("[^/]+").append(Pattern.quote(parts[i]));
            }
            return Pattern.matches(regex.toString(), actual);
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }
}
