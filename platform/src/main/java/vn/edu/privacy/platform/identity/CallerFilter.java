package vn.edu.privacy.platform.identity;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Leaves the caller in the exchange for what runs outside the security chain, such as the error page. */
final class CallerFilter implements WebFilter, Ordered {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return CallerContext.current()
                .doOnNext(caller -> exchange.getAttributes().put(CallerContext.ATTRIBUTE, caller))
                .then(chain.filter(exchange));
    }

    /** After Spring Security's chain (-100). */
    @Override
    public int getOrder() {
        return -90;
    }
}
