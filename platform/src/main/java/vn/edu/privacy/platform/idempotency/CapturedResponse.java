package vn.edu.privacy.platform.idempotency;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the handler answers, held back until its transaction has committed. Status and headers are its own, so that an
 * answer that is thrown away leaves no trace; cookies and what runs before the commit belong to the real response.
 */
final class CapturedResponse extends ServerHttpResponseDecorator {
    private final HttpHeaders headers = new HttpHeaders();
    private final AtomicBoolean complete = new AtomicBoolean();
    private @Nullable HttpStatusCode status;
    private byte[] body = {};

    CapturedResponse(ServerHttpResponse real) {
        super(real);
    }

    StoredResponse stored() {
        return new StoredResponse(status == null ? 200 : status.value(), headers, body);
    }

    @Override
    public boolean setStatusCode(@Nullable HttpStatusCode value) {
        if (complete.get()) {
            return false;
        }
        status = value;
        return true;
    }

    @Override
    public @Nullable HttpStatusCode getStatusCode() {
        return status;
    }

    @Override
    public boolean setRawStatusCode(@Nullable Integer value) {
        return setStatusCode(value == null ? null : HttpStatusCode.valueOf(value));
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public boolean isCommitted() {
        return complete.get();
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
        return DataBufferUtils.join(Flux.from(content))
                .doOnNext(buffer -> {
                    body = new byte[buffer.readableByteCount()];
                    buffer.read(body);
                    DataBufferUtils.release(buffer);
                })
                .then(setComplete());
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> content) {
        return writeWith(Flux.from(content).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.fromRunnable(() -> complete.set(true));
    }
}
