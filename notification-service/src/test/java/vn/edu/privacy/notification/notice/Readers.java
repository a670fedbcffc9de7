package vn.edu.privacy.notification.notice;

import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockOidcLogin;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.edu.privacy.platform.identity.Role;

/** People who read pages. */
final class Readers {
    private Readers() {}

    /** Somebody who is not logged in. */
    static WebTestClient stranger(ApplicationContext context) {
        return WebTestClient.bindToApplicationContext(context)
                .apply(springSecurity())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** A guardian who is logged in. */
    static WebTestClient of(ApplicationContext context, UUID person) {
        return stranger(context)
                .mutateWith(mockOidcLogin()
                        .idToken(token -> token.subject(person.toString())
                                .claim("person_id", person.toString())
                                .claim("realm_access", Map.of("roles", List.of(Role.GUARDIAN.realmName()))))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + Role.GUARDIAN.name())));
    }
}
