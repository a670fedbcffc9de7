package vn.edu.privacy.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** The operation that a call is; fails when the document does not know it. */
    public Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method))
                .filter(operation -> operation.matches(base, path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + method + " " + path + " in the document"));
    }

    /** Asserts that what was exchanged is what the document says: a known operation, a known status, a fitting body. */
    public void check(EntityExchangeResult<byte[]> exchanged) {
        Operation operation =
                operation(exchanged.getMethod().name(), exchanged.getUrl().getPath());
        String status = String.valueOf(exchanged.getStatus().value());
        JsonNode response = operation.response(status);
        byte[] body = exchanged.getResponseBodyContent();
        if (response.has("content")) {
            String type = String.valueOf(exchanged.getResponseHeaders().getContentType());
            JsonNode media = response.get("content").properties().stream()
                    .filter(entry -> type.startsWith(entry.getKey()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseThrow(() -> new AssertionError(operation + " " + status + " may not answer " + type));
            if (type.contains("json") && !type.contains("ndjson") && body != null) {
                assertFits(media.get("schema"), JSON.readTree(body), operation + " " + status);
            }
        }
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

        JsonNode response(String status) {
            JsonNode response = definition.get("responses").get(status);
            if (response == null) {
                throw new AssertionError(this + " may not answer " + status);
            }
            return resolved(response);
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
