package vn.edu.privacy.platform.identity;

import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** The caller of the exchange under way, from a bearer token or from a page session. */
public final class CallerContext {
    /** Exchange attribute that holds the {@link Caller}, when there is one. */
    public static final String ATTRIBUTE = CallerContext.class.getName() + ".caller";

    private CallerContext() {}

    /** The caller; empty when nobody is authenticated. */
    public static Mono<Caller> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .flatMap(authentication -> Mono.justOrEmpty(of(authentication)));
    }

    static Optional<Caller> of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken bearer) {
            return Optional.of(Claims.caller(bearer.getName(), bearer.getToken().getClaims()));
        }
        if (authentication instanceof AbstractAuthenticationToken login
                && login.getPrincipal() instanceof OidcUser person) {
            return Optional.of(Claims.caller(login.getName(), person.getClaims()));
        }
        return Optional.empty();
    }
}
