package vn.edu.privacy.platform.page;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Remembers the language that a person switched to, for both services of the host. */
final class LanguageCookie implements WebFilter {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final PortalProperties portal;

    LanguageCookie(PortalProperties portal) {
        this.portal = portal;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String asked = exchange.getRequest().getQueryParams().getFirst(PortalLocale.NAME);
        if ("vi".equals(asked) || "en".equals(asked)) {
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(PortalLocale.NAME, asked)
                            .path("/")
                            .maxAge(REMEMBERED)
                            .sameSite("Lax")
                            .httpOnly(true)
                            .secure(portal.isSecure())
                            .build());
        }
        return chain.filter(exchange);
    }
}
