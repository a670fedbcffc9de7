package vn.edu.privacy.consent.check;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.PageAccess;

/** Where evaluations are asked for is for everybody to read, beside the pages. */
@Component
class EvaluationAccess implements PageAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers(HttpMethod.GET, "/.well-known/authzen-configuration").permitAll();
    }
}
