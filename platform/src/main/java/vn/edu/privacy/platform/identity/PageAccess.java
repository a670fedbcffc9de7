package vn.edu.privacy.platform.identity;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/** Who may open which page. A service has one; what it does not name is denied. */
@FunctionalInterface
public interface PageAccess {
    /** Adds the service's rules. */
    void rules(AuthorizeExchangeSpec spec);
}
