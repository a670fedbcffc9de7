package vn.edu.privacy.platform.problem;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last resort of every exchange, before Boot's own. */
final class ProblemHandler implements WebExceptionHandler, Ordered {
    private final ProblemMapping mapping;
    private final ProblemResponses responses;

    ProblemHandler(ProblemMapping mapping, ProblemResponses responses) {
        this.mapping = mapping;
        this.responses = responses;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return responses.write(exchange, mapping.problemOf(error));
    }

    @Override
    public int getOrder() {
        return -2;
    }
}
