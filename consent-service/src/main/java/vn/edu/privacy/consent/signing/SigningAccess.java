package vn.edu.privacy.consent.signing;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.PageAccess;

/** The well-known address of the keys stands beside the pages and is for everybody. */
@Component
class SigningAccess implements PageAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers(HttpMethod.GET, "/.well-known/jwks.json").permitAll();
    }
}
