package vn.edu.privacy.platform.identity;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/** Who may call what under {@code /v1}. A service has one; what it does not name is denied. */
@FunctionalInterface
public interface ApiAccess {
    /** Adds the service's rules. */
    void rules(AuthorizeExchangeSpec spec);
}
