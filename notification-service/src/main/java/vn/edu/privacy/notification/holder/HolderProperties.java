package vn.edu.privacy.notification.holder;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The data holders that the registry begins with, and how this service proves to them who it is.
 *
 * @param holders by code
 * @param holderClient the realm's client by which every holder is called
 * @param holderCircuit when a holder that does not answer is left alone for a while
 * @param directory code of the holder that knows names and addresses
 */
@ConfigurationProperties("privacy")
record HolderProperties(
        @DefaultValue Map<String, Registered> holders,
        @DefaultValue Client holderClient,
        @DefaultValue Circuit holderCircuit,
        @DefaultValue("sector-database") String directory) {

    /** The holders as the registry knows them. */
    List<KnownHolder> registered() {
        return holders.entrySet().stream()
                .map(entry -> entry.getValue().holder(entry.getKey()))
                .toList();
    }

    /**
     * A holder.
     *
     * @param url address of its data-holder API; absent when people there are told by people
     * @param name by language, {@code vi} always
     * @param contact whom to call there, a role
     * @param key public half of the key by which it signs, a JWK
     * @param agreement under which it receives data
     */
    record Registered(
            @Nullable String url,
            @DefaultValue Map<String, String> name,
            @Nullable String contact,
            @Nullable String key,
            @Nullable Signed agreement) {
        KnownHolder holder(String code) {
            return new KnownHolder(
                    code,
                    name,
                    url == null || url.isBlank() ? null : url,
                    contact,
                    key == null || key.isBlank() ? null : jwk(code, key),
                    agreement == null ? null : agreement.agreement(),
                    null,
                    null,
                    1);
        }

        private static JWK jwk(String code, String text) {
            try {
                return JWK.parse(text).toPublicJWK();
            } catch (ParseException unreadable) {
                throw new IllegalStateException("privacy.holders." + code + ".key must be a JWK", unreadable);
            }
        }
    }

    /**
     * An agreement.
     *
     * @param reference number of the document
     * @param signedOn when it was signed
     * @param from from when on it holds, the day of signing when absent
     * @param until the last day, if one is set
     * @param states what it states
     */
    record Signed(
            String reference,
            LocalDate signedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @DefaultValue Set<Agreement.Content> states) {
        Agreement agreement() {
            return new Agreement(reference, signedOn, from == null ? signedOn : from, until, states);
        }
    }

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

    /**
     * When a holder is left alone.
     *
     * @param opensAfter so many failures in a row
     * @param first how long at first
     * @param longest never longer
     */
    record Circuit(
            @DefaultValue("5") int opensAfter,
            @DefaultValue("5s") Duration first,
            @DefaultValue("5m") Duration longest) {}
}
