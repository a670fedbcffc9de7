package vn.edu.privacy.notification.holder;

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

/** The token by which this service shows holders who it is, got with client credentials. */
final class HolderToken {
    private static final String REGISTRATION = "data-holders";

    private final ServerOAuth2AuthorizedClientExchangeFilterFunction bearer;

    HolderToken(HolderProperties.Client client, WebClient tokens) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(client.tokenUrl())
                .clientId(client.clientId())
                .clientSecret(client.clientSecret())
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
        // a token that a holder refuses is not used again
        bearer.setAuthorizationFailureHandler(new RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler(
                (id, principal, attributes) -> kept.removeAuthorizedClient(id, principal.getName())));
    }

    /** Puts the token on each call. */
    ServerOAuth2AuthorizedClientExchangeFilterFunction bearer() {
        return bearer;
    }
}
