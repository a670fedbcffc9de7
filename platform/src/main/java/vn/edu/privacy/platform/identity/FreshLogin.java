package vn.edu.privacy.platform.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.savedrequest.WebSessionServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/**
 * What is protected most is shown only to whoever has proved who they are a moment ago, so that neither a telephone left on
 * the table nor a stolen token opens it. Callers of the API get the challenge of RFC 9470; readers of pages log in again.
 */
public final class FreshLogin {
    /** Where a login begins that Keycloak may not answer from an older one. */
    static final String AGAIN = "/oauth2/authorization/keycloak?" + FreshLoginRequests.FRESH;

    private static final ProblemType NEEDED = new ProblemType("fresh-login-needed", 401);

    private final Clock clock;
    private final Duration within;
    private final ServerRequestCache wanted = new WebSessionServerRequestCache();

    FreshLogin(Clock clock, Duration within) {
        this.clock = clock;
        this.within = within;
    }

    /** Whether the caller has logged in a moment ago. Who cannot say when has not. */
    public boolean isOf(Caller caller) {
        return caller.authenticatedAt()
                .filter(at -> !at.plus(within).isBefore(clock.instant()))
                .isPresent();
    }

    /** Completes when it is so; otherwise fails with the problem and the challenge that asks for it. */
    public Mono<Void> require(Caller caller) {
        return isOf(caller)
                ? Mono.empty()
                : Mono.error(() -> ProblemException.of(NEEDED, within.toMinutes())
                        .header(
                                HttpHeaders.WWW_AUTHENTICATE,
                                "Bearer error=\"insufficient_user_authentication\", "
                                        + "error_description=\"A more recent authentication is required\", max_age=\""
                                        + within.toSeconds() + "\""));
    }

    /** Remembers the page that was wanted; gives the address, below the base path, where the new login begins. */
    public Mono<String> again(ServerWebExchange exchange) {
        return wanted.saveRequest(exchange).thenReturn(AGAIN);
    }

    /** How long ago a login may be. */
    public Duration within() {
        return within;
    }
}
