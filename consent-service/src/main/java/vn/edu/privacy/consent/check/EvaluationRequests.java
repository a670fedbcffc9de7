package vn.edu.privacy.consent.check;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.sharing.SharingRecipient.Route;

/**
 * The bodies of OpenID AuthZEN Authorization API 1.0, sections 5 to 7. What a caller adds under {@code properties},
 * {@code context} and {@code options} beyond what is read here is let pass, as the standard has it.
 */
final class EvaluationRequests {
    private static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private EvaluationRequests() {}

    /** {@code POST /access/v1/evaluation}. */
    record Single(
            @NotNull @Valid Subject subject,
            @NotNull @Valid Action action,
            @NotNull @Valid Resource resource,
            @Nullable Map<String, Object> context) {}

    /** {@code POST /access/v1/evaluations}; what stands beside the list holds for those in it that say nothing else. */
    record Several(
            @Nullable @Valid Subject subject,
            @Nullable @Valid Action action,
            @Nullable @Valid Resource resource,
            @Nullable Map<String, Object> context,
            @Nullable @Size(max = 1000) List<@NotNull @Valid Part> evaluations,
            @Nullable @Valid Options options) {}

    /** One of several. */
    record Part(
            @Nullable @Valid Subject subject,
            @Nullable @Valid Action action,
            @Nullable @Valid Resource resource,
            @Nullable Map<String, Object> context) {}

    /** Who is to handle the data: {@code client} is a client of the realm, whatever else is left to the caller. */
    @JsonIgnoreProperties("properties")
    record Subject(
            @NotNull @Size(min = 1, max = 60) String type,
            @NotNull @Size(min = 1, max = 200) String id) {
        boolean isClient() {
            return type.equals("client");
        }
    }

    /** What is to be done: {@code collect} or {@code share}. */
    record Action(
            @NotNull @Size(min = 1, max = 60) String name,
            @Nullable @Valid Means properties) {}

    /** How; as in {@code POST /v1/checks}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Means(
            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String channel,

            @Nullable @Size(min = 4, max = 500) String channelAddress,

            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String recipient,

            @Nullable Route route) {
        static final Means OWN = new Means(null, null, null, null);
    }

    /** Whose data: of type {@code student-data}, with the student's id. */
    record Resource(
            @NotNull @Size(min = 1, max = 60) String type,
            @NotNull @Size(min = 1, max = 200) String id,
            @Nullable @Valid Data properties) {}

    /** For what, which data, of which school; the caller's own when absent. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(
            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String purpose,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60) String> dataCategories,

            @Nullable @Pattern(regexp = "^[a-z0-9-]{2,40}$") String schoolId) {
        static final Data NONE = new Data(null, null, null);
    }

    /** How several are gone through. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Options(
            @JsonProperty("evaluations_semantic") @Nullable Semantic semantic) {}

    /** Where several end (section 7.1.2). */
    enum Semantic {
        /** With the last. */
        @JsonProperty("execute_all")
        EXECUTE_ALL,
        /** With the first that is denied. */
        @JsonProperty("deny_on_first_deny")
        DENY_ON_FIRST_DENY,
        /** With the first that is permitted. */
        @JsonProperty("permit_on_first_permit")
        PERMIT_ON_FIRST_PERMIT
    }
}
