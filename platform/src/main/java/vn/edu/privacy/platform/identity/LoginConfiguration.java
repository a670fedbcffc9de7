package vn.edu.privacy.platform.identity;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import vn.edu.privacy.platform.page.PortalProperties;
import vn.edu.privacy.platform.problem.ProblemResponses;

/**
 * The page chain: authorization code with PKCE at Keycloak, a session on our side, CSRF tokens, deny by default. The
 * endpoints are derived from the issuer, so that a service starts while Keycloak is down.
 */
@AutoConfiguration(
        before = IdentityConfiguration.class,
        beforeName = {
            "org.springframework.boot.webflux.autoconfigure.WebSessionIdResolverAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration"
        })
public class LoginConfiguration {
    private static final String REGISTRATION = "keycloak";

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(IdentityProperties identity) {
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(identity.clientId())
                .clientSecret(identity.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .issuerUri(identity.issuer())
                .authorizationUri(identity.browser("auth"))
                .tokenUri(identity.backchannel("token"))
                .jwkSetUri(identity.keysAddress())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", identity.browser("logout")))
                .build());
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    /** Roles come from the ID token; no call to the user-info endpoint. */
    @Bean
    ReactiveOAuth2UserService<OidcUserRequest, OidcUser> people() {
        OidcReactiveOAuth2UserService standard = new OidcReactiveOAuth2UserService();
        return request -> standard.loadUser(request).map(user -> {
            Set<GrantedAuthority> authorities = new HashSet<>(user.getAuthorities());
            authorities.addAll(Claims.authorities(user.getClaims()));
            return new DefaultOidcUser(authorities, user.getIdToken(), "sub");
        });
    }

    @Bean
    WebSessionIdResolver webSessionIdResolver(PortalProperties portal) {
        CookieWebSessionIdResolver resolver = new CookieWebSessionIdResolver();
        resolver.setCookieName(portal.sessionCookie());
        resolver.setCookieMaxAge(Duration.ofSeconds(-1));
        resolver.addCookieInitializer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(portal.isSecure()));
        return resolver;
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain pageChain(
            ServerHttpSecurity http,
            ReactiveClientRegistrationRepository registrations,
            ObjectProvider<PageAccess> access,
            IdentityProperties identity,
            PortalProperties portal,
            ProblemResponses problems) {
        var authorization = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        authorization.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var logout = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        logout.setPostLogoutRedirectUri("{baseUrl}/");
        return http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .csrf(csrf -> csrf.accessDeniedHandler(problems::forbidden))
                .headers(headers ->
                        SecurityHeaders.pages(headers, identity.issuer(), portal.consentUrl(), portal.rightsUrl()))
                .authorizeExchange(spec -> {
                    spec.pathMatchers(
                                    "/actuator/health", "/actuator/health/**", "/problems/**", "/webjars/**", "/css/**")
                            .permitAll();
                    access.orderedStream().forEach(rules -> rules.rules(spec));
                    spec.anyExchange().denyAll();
                })
                .oauth2Login(login -> login.authorizationRequestResolver(
                        new FreshLoginRequests(authorization, identity.freshLogin())))
                .logout(out -> out.logoutSuccessHandler(logout))
                .exceptionHandling(errors -> errors.accessDeniedHandler(problems::forbidden))
                .build();
    }
}
