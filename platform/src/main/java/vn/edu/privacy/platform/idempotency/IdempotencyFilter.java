package vn.edu.privacy.platform.idempotency;

import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.api.ApiPaths;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.CallerContext;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Runs every write in one transaction with the answer kept under its key: what the write changed, what it sends and what
 * it answered commit together or not at all. The answer leaves after the commit.
 */
final class IdempotencyFilter implements WebFilter, Ordered {
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String NOBODY = "";

    private final StoredResponses responses;
    private final TransactionalOperator transaction;
    private final List<PathPattern> exempt;

    IdempotencyFilter(StoredResponses responses, TransactionalOperator transaction, List<String> exempt) {
        this.responses = responses;
        this.transaction = transaction;
        this.exempt =
                exempt.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (!WRITES.contains(exchange.getRequest().getMethod())
                || exempt.stream().anyMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        Mono<WriteRequest> write = Mono.defer(() -> ApiPaths.contain(exchange.getRequest())
                ? WriteRequest.ofCall(exchange)
                : isForm(exchange)
                        ? WriteRequest.ofForm(exchange)
                        : Mono.error(ProblemException.of(CommonProblems.IDEMPOTENCY_KEY_MISSING)));
        Mono<String> caller = CallerContext.current().map(Caller::id).defaultIfEmpty(NOBODY);
        return Mono.zip(write, caller)
                .flatMap(both -> transaction
                        .execute(status -> answer(exchange, chain, both.getT1(), both.getT2(), status))
                        .single()) // not next(): its cancellation would roll back
                .flatMap(response -> response.writeTo(exchange.getResponse()));
    }

    private static boolean isForm(ServerWebExchange exchange) {
        return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                exchange.getRequest().getHeaders().getContentType());
    }

    private Mono<StoredResponse> answer(
            ServerWebExchange exchange,
            WebFilterChain chain,
            WriteRequest write,
            String caller,
            ReactiveTransaction status) {
        return responses
                .claim(caller, write)
                .flatMap(first -> first
                        ? handle(exchange, chain, write, caller, status)
                        : responses
                                .find(caller, write)
                                .doOnNext(response -> response.headers().set(REPLAYED, "true")));
    }

    private Mono<StoredResponse> handle(
            ServerWebExchange exchange,
            WebFilterChain chain,
            WriteRequest write,
            String caller,
            ReactiveTransaction status) {
        CapturedResponse captured = new CapturedResponse(exchange.getResponse());
        ServerWebExchange held =
                exchange.mutate().request(write.request()).response(captured).build();
        return chain.filter(held).then(Mono.defer(() -> {
            StoredResponse response = captured.stored();
            if (response.isWorthKeeping()) {
                return responses.keep(caller, write, response).thenReturn(response);
            }
            status.setRollbackOnly();
            return Mono.just(response);
        }));
    }

    /** After the security chain (-100) has said who calls and has read a form's CSRF token. */
    @Override
    public int getOrder() {
        return -50;
    }
}
