package vn.edu.privacy.notification.holder;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.language.InLanguage;

/**
 * A data holder in the registry.
 *
 * @param code stable; purposes name their recipients by it
 * @param names by language
 * @param url base address of its data-holder API; absent when people there are told by people
 * @param contact whom to call there, a role and no person
 * @param key public half of the key by which it signs what it answers; absent while it does not
 * @param agreement the newest agreement with it
 * @param suspendedAt since when it is given no data
 * @param suspensionReason why
 * @param version counts its changes
 */
public record KnownHolder(
        String code,
        Map<String, String> names,
        @Nullable String url,
        @Nullable String contact,
        @Nullable JWK key,
        @Nullable Agreement agreement,
        @Nullable Instant suspendedAt,
        @Nullable String suspensionReason,
        long version) {
    public KnownHolder {
        names = Map.copyOf(names);
    }

    /** The name in a language, in Vietnamese where there is none. */
    public String name(String language) {
        return InLanguage.of(names, language, code);
    }

    /** How it is reached. */
    public Channel channel() {
        return url == null ? Channel.MANUAL : Channel.API;
    }

    /** Whether an agreement is in force under which it may be given data on that day (R-ROLE-01). */
    public boolean mayReceive(LocalDate day) {
        return suspendedAt == null && agreement != null && agreement.isActive(day);
    }

    /** How a holder is reached. */
    public enum Channel {
        /** By the data-holder API. */
        API,
        /** By people. */
        MANUAL
    }
}
