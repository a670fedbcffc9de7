package vn.edu.privacy.notification.holder;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** HTTP clients of the holders' APIs; each call bears this service's own token and ends after the timeout. */
@Component
public class HolderClients {
    private static final String REGISTRATION = "data-holders";
    /** What the contract lets a holder answer at most: a thousand items of four thousand characters, and their labels. */
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private final Map<String, WebClient> clients;
    private final String directory;

    HolderClients(HolderProperties properties, WebClient.Builder builder) {
        this.directory = properties.directory();
        HolderProperties.Client client = properties.holderClient();
        ReactorClientHttpConnector connector =
                new ReactorClientHttpConnector(HttpClient.create().responseTimeout(client.timeout()));
        ServerOAuth2AuthorizedClientExchangeFilterFunction bearer =
                bearer(client, builder.clone().clientConnector(connector).build());
        this.clients = properties.holders().entrySet().stream()
                .filter(entry -> entry.getValue().url() != null
                        && !entry.getValue().url().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> client(
                                builder.clone().clientConnector(connector),
                                Objects.requireNonNull(entry.getValue().url()),
                                bearer,
                                client.timeout())));
    }

    /**
     * The client of a holder's API, at its base address.
     *
     * @throws IllegalArgumentException when no such holder is registered with an API
     */
    public WebClient client(String holder) {
        WebClient client = clients.get(holder);
        if (client == null) {
            throw new IllegalArgumentException("No holder with an API is registered as " + holder);
        }
        return client;
    }

    /**
     * The client of the holder that knows names and addresses.
     *
     * @throws IllegalArgumentException when it is not registered with an API
     */
    public WebClient directory() {
        return client(directory);
    }

    private static WebClient client(
            WebClient.Builder builder,
            String url,
            ServerOAuth2AuthorizedClientExchangeFilterFunction bearer,
            Duration timeout) {
        // the outermost filter: the time for the token counts too
        return builder.baseUrl(url)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .filter((request, next) -> next.exchange(request).timeout(timeout))
                .filter(bearer)
                .build();
    }

    private static ServerOAuth2AuthorizedClientExchangeFilterFunction bearer(
            HolderProperties.Client client, WebClient tokens) {
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
        ServerOAuth2AuthorizedClientExchangeFilterFunction bearer =
                new ServerOAuth2AuthorizedClientExchangeFilterFunction(manager);
        bearer.setDefaultClientRegistrationId(REGISTRATION);
        // a token that a holder refuses is not used again
        bearer.setAuthorizationFailureHandler(new RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler(
                (id, principal, attributes) -> kept.removeAuthorizedClient(id, principal.getName())));
        return bearer;
    }
}
