package vn.edu.privacy.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * A write with its key.
 *
 * @param request the request, whose body can still be read by the handler
 * @param route method and path
 * @param key what the caller chose
 * @param bodyHash SHA-256 over query and body (of a form: over its fields)
 */
record WriteRequest(ServerHttpRequest request, String route, String key, byte[] bodyHash) {
    static final String HEADER = "Idempotency-Key";
    static final String FIELD = "idempotencyKey";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{8,128}");
    private static final Set<String> NOT_OF_THE_BODY = Set.of(FIELD, "_csrf");
    private static final byte[] NOTHING = {};

    /** A call of the API: the key stands in a header. */
    static Mono<WriteRequest> ofCall(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String key = checked(request.getHeaders().getFirst(HEADER), HEADER);
        return DataBufferUtils.join(request.getBody())
                .map(WriteRequest::bytes)
                .defaultIfEmpty(NOTHING)
                .map(body ->
                        new WriteRequest(withBody(exchange, body), route(request), key, hash(query(request), body)));
    }

    /** A form of a page: the key stands in a hidden field. The exchange keeps the form for the handler. */
    static Mono<WriteRequest> ofForm(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.getFormData()
                .map(form -> new WriteRequest(
                        request,
                        route(request),
                        checked(form.getFirst(FIELD), FIELD),
                        hash(query(request), fields(form).getBytes(StandardCharsets.UTF_8))));
    }

    private static String checked(@Nullable String key, String name) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(CommonProblems.IDEMPOTENCY_KEY_MISSING).field(name);
        }
        return key;
    }

    private static String route(ServerHttpRequest request) {
        return request.getMethod().name() + " "
                + request.getPath().pathWithinApplication().value();
    }

    private static byte[] query(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return query == null ? NOTHING : query.getBytes(StandardCharsets.UTF_8);
    }

    private static String fields(MultiValueMap<String, String> form) {
        Map<String, List<String>> fields = new TreeMap<>(form);
        fields.keySet().removeAll(NOT_OF_THE_BODY);
        return fields.toString();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static byte[] hash(byte[] query, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query);
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private static ServerHttpRequest withBody(ServerWebExchange exchange, byte[] body) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.defer(() ->
                                Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
    }
}
