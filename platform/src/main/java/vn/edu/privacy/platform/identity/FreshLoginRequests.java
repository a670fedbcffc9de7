package vn.edu.privacy.platform.identity;

import java.time.Duration;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks Keycloak for a login no older than a fresh one, where the address of the login says so. */
final class FreshLoginRequests implements ServerOAuth2AuthorizationRequestResolver {
    static final String FRESH = "fresh";

    private final ServerOAuth2AuthorizationRequestResolver standard;
    private final Duration within;

    FreshLoginRequests(ServerOAuth2AuthorizationRequestResolver standard, Duration within) {
        this.standard = standard;
        this.within = within;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return standard.resolve(exchange).map(request -> fresh(exchange, request));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String clientRegistrationId) {
        return standard.resolve(exchange, clientRegistrationId).map(request -> fresh(exchange, request));
    }

    private OAuth2AuthorizationRequest fresh(ServerWebExchange exchange, OAuth2AuthorizationRequest request) {
        return exchange.getRequest().getQueryParams().containsKey(FRESH)
                ? OAuth2AuthorizationRequest.from(request)
                        .additionalParameters(all -> all.put("max_age", within.toSeconds()))
                        .build()
                : request;
    }
}
