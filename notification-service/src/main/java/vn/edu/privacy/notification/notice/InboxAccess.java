package vn.edu.privacy.notification.notice;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.PageAccess;

/** Whoever has a login has an inbox, with one's own notices in it and nobody else's. */
@Component
class InboxAccess implements PageAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers("/inbox", "/inbox/*/reading", "/inbox/preferences", "/n/*")
                .authenticated();
    }
}
