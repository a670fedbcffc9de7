package vn.edu.privacy.platform.idempotency;

import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * An answer that can be given again.
 *
 * @param status HTTP status
 * @param headers what the handler set
 * @param body its bytes
 */
record StoredResponse(int status, HttpHeaders headers, byte[] body) {
    /** Belong to one exchange and not to the answer. */
    private static final Set<String> OF_THE_EXCHANGE =
            Set.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.TRANSFER_ENCODING, HttpHeaders.SET_COOKIE, HttpHeaders.DATE);

    StoredResponse {
        HttpHeaders kept = new HttpHeaders();
        headers.forEach((name, values) -> {
            if (OF_THE_EXCHANGE.stream().noneMatch(name::equalsIgnoreCase)) {
                kept.addAll(name, values);
            }
        });
        headers = kept;
    }

    /** Errors are not kept: the caller may try the same key again. */
    boolean isWorthKeeping() {
        return status < 400;
    }

    Mono<Void> writeTo(ServerHttpResponse response) {
        response.setRawStatusCode(status);
        headers.forEach((name, values) -> response.getHeaders().put(name, values));
        if (body.length == 0) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
