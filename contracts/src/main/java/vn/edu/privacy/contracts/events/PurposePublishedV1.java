package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a purpose was published and is the one in force.
 *
 * @param code the purpose, for instance {@code health-record}
 * @param version 1, 2, …
 * @param change MAJOR (consents must be given again) or MINOR
 * @param lawfulBasis CONSENT, or the coded exception of Decree 13 art. 17
 * @param sensitive whether sensitive data is among the categories (art. 2.4)
 * @param dataCategories codes
 * @param names by language, {@code vi} always
 * @param consequences what withdrawing means, by language (art. 12.3)
 * @param recipients who receives or holds the data
 * @param publishedAt when it came into force
 * @param sensitiveCategories which of the data categories are sensitive; absent in events of before this was told
 */
public record PurposePublishedV1(
        String code,
        int version,
        String change,
        String lawfulBasis,
        boolean sensitive,
        List<String> dataCategories,
        Map<String, String> names,
        Map<String, String> consequences,
        List<Recipient> recipients,
        Instant publishedAt,
        @Nullable List<String> sensitiveCategories) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.purpose.published.v1";

    /**
     * An organisation that holds or receives the data of the purpose.
     *
     * @param code stable code; notification-service's registry of data holders knows how to reach it
     * @param names by language
     */
    public record Recipient(String code, Map<String, String> names) {}
}
