package vn.edu.privacy.notification.holder;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The data holders that this service knows, and how it proves to them who it is.
 *
 * @param holders by code
 * @param holderClient the realm's client by which every holder is called
 * @param directory code of the holder that knows names and addresses
 */
@ConfigurationProperties("privacy")
record HolderProperties(
        @DefaultValue Map<String, Registered> holders,
        @DefaultValue Client holderClient,
        @DefaultValue("sector-database") String directory) {

    /**
     * A holder.
     *
     * @param url address of its data-holder API; absent when people there are told by people
     * @param name by language, {@code vi} always
     */
    record Registered(@Nullable String url, @DefaultValue Map<String, String> name) {}

    /**
     * Client credentials.
     *
     * @param tokenUrl where the realm gives tokens
     * @param clientId the client
     * @param clientSecret its secret
     * @param timeout how long a holder may take to answer
     */
    record Client(
            @DefaultValue("http://localhost:8180/realms/schools/protocol/openid-connect/token")
            String tokenUrl,

            @DefaultValue("notification-service") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("5s") Duration timeout) {}
}
