package vn.edu.privacy.notification.holder;

import java.net.URI;
import java.util.UUID;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Signs every call to one holder, over the bytes that are really sent. */
final class SigningFilter implements ExchangeFilterFunction {
    /** Attribute with the id of a call whose answer will name it; another call gets one of its own. */
    static final String CALL = "holder.call";

    private final HolderSignatures signatures;
    private final String holder;
    private final int basePath;

    SigningFilter(HolderSignatures signatures, String holder, String url) {
        this.signatures = signatures;
        this.holder = holder;
        this.basePath = URI.create(url).getPath().replaceAll("/$", "").length();
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        UUID call = (UUID) request.attribute(CALL).orElseGet(UUID::randomUUID);
        return next.exchange(ClientRequest.from(request)
                .body((message, context) -> request.body().insert(new Signing(message, request, call), context))
                .build());
    }

    /** The headers are not sent before the body is known. */
    private final class Signing extends ClientHttpRequestDecorator {
        private final ClientRequest request;
        private final UUID call;

        Signing(ClientHttpRequest delegate, ClientRequest request, UUID call) {
            super(delegate);
            this.request = request;
            this.call = call;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return DataBufferUtils.join(body).flatMap(joined -> {
                byte[] bytes = new byte[joined.readableByteCount()];
                joined.read(bytes);
                DataBufferUtils.release(joined);
                sign(bytes);
                return super.writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(bytes)));
            });
        }

        @Override
        public Mono<Void> setComplete() {
            sign(new byte[0]);
            return super.setComplete();
        }

        private void sign(byte[] body) {
            String path = request.url().getRawPath().substring(basePath);
            getHeaders()
                    .set(
                            HolderSignatures.REQUEST,
                            signatures.sign(call, holder, request.method().name(), path, body));
        }
    }
}
