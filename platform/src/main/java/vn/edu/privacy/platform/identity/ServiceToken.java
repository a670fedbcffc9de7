package vn.edu.privacy.platform.identity;

import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;

/** The token by which this service shows others who it is, got with client credentials (RFC 6749 section 4.4) and kept. */
public final class ServiceToken {
    private static final String REGISTRATION = "this-service";

    private final ServerOAuth2AuthorizedClientExchangeFilterFunction bearer;

    /**
     * A token of its own for each.
     *
     * @param tokenUrl where the realm gives tokens
     * @param clientId the client of the realm that this service is
     * @param clientSecret its secret
     * @param tokens by which the realm is called
     */
    public ServiceToken(String tokenUrl, String clientId, String clientSecret, WebClient tokens) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(tokenUrl)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .build();
        InMemoryReactiveClientRegistrationRepository registrations =
                new InMemoryReactiveClientRegistrationRepository(registration);
        InMemoryReactiveOAuth2AuthorizedClientService kept =
                new InMemoryReactiveOAuth2AuthorizedClientService(registrations);
        WebClientReactiveClientCredentialsTokenResponseClient endpoint =
                new WebClientReactiveClientCredentialsTokenResponseClient();
        endpoint.setWebClient(tokens);
        ClientCredentialsReactiveOAuth2AuthorizedClientProvider provider =
                new ClientCredentialsReactiveOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(registrations, kept);
        manager.setAuthorizedClientProvider(provider);
        bearer = new ServerOAuth2AuthorizedClientExchangeFilterFunction(manager);
        bearer.setDefaultClientRegistrationId(REGISTRATION);
        // a token that is refused is not used again
        bearer.setAuthorizationFailureHandler(new RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler(
                (id, principal, attributes) -> kept.removeAuthorizedClient(id, principal.getName())));
    }

    /** Puts the token on each call. */
    public ServerOAuth2AuthorizedClientExchangeFilterFunction bearer() {
        return bearer;
    }
}
