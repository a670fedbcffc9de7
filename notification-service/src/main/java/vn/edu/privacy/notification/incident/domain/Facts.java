package vn.edu.privacy.notification.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a violation.
 *
 * @param id opaque
 * @param reference what people write and say
 * @param regimes ids of the bodies of law that it is handled by, the one in force when it was detected first
 * @param unit the school or unit that answers for it
 * @param nature what kind of violation
 * @param kinds which data it touches
 * @param occurredAt when it occurred, or null while nobody knows
 * @param detectedAt when it was detected
 * @param holder the processor at which it occurred, or null
 * @param holderReportedAt when the processor told us, or null when it did not (R-BR-02)
 * @param contents the rest, in words
 * @param recordedAt when it came into the register
 * @param recordedBy the account that brought it in
 */
public record Facts(
        UUID id,
        String reference,
        List<String> regimes,
        String unit,
        Nature nature,
        Set<DataKind> kinds,
        @Nullable Instant occurredAt,
        Instant detectedAt,
        @Nullable String holder,
        @Nullable Instant holderReportedAt,
        Contents contents,
        Instant recordedAt,
        String recordedBy) {
    /**
     * Checks that its times follow each other.
     *
     * @throws IncidentRefused when it was detected before it occurred, or later than it was recorded
     */
    public Facts {
        regimes = List.copyOf(regimes);
        kinds = Set.copyOf(kinds);
        if (detectedAt.isAfter(recordedAt) || occurredAt != null && occurredAt.isAfter(detectedAt)) {
            throw new IncidentRefused(IncidentRefused.Reason.TIMES_CONTRADICT);
        }
    }

    /** The same with what was learned since; a time of occurrence that is known does not become unknown. */
    public Facts learned(Set<DataKind> now, @Nullable Instant occurred, Contents more) {
        return new Facts(
                id,
                reference,
                regimes,
                unit,
                nature,
                now,
                occurred == null ? occurredAt : occurred,
                detectedAt,
                holder,
                holderReportedAt,
                contents.with(more),
                recordedAt,
                recordedBy);
    }
}
