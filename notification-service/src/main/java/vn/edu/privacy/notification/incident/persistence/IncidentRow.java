package vn.edu.privacy.notification.incident.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.incident.domain.Assessment;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.Incident.Closure;
import vn.edu.privacy.notification.incident.domain.Incident.Remedy;
import vn.edu.privacy.notification.incident.domain.IncidentState;
import vn.edu.privacy.notification.incident.domain.Nature;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/**
 * A row of {@code incident}, its words still sealed.
 *
 * @param assessment what it may lead to; null before somebody said so
 * @param remedy how it ended; null before
 * @param closure who closed it; null before
 * @param contents sealed
 */
record IncidentRow(
        UUID id,
        String reference,
        List<String> regimes,
        String unit,
        IncidentState state,
        long version,
        Nature nature,
        Set<DataKind> kinds,
        @Nullable Instant occurredAt,
        Instant detectedAt,
        @Nullable String holder,
        @Nullable Instant holderReportedAt,
        Instant recordedAt,
        String recordedBy,
        @Nullable Assessment assessment,
        @Nullable Remedy remedy,
        @Nullable Closure closure,
        Sealed contents) {

    static IncidentRow of(Readable row) {
        return new IncidentRow(
                get(row, "id", UUID.class),
                get(row, "reference", String.class),
                List.of(get(row, "regimes", String[].class)),
                get(row, "school_id", String.class),
                IncidentState.valueOf(get(row, "state", String.class)),
                get(row, "version", Long.class),
                Nature.valueOf(get(row, "nature", String.class)),
                Stream.of(get(row, "kinds", String[].class))
                        .map(DataKind::valueOf)
                        .collect(Collectors.toSet()),
                row.get("occurred_at", Instant.class),
                get(row, "detected_at", Instant.class),
                row.get("holder", String.class),
                row.get("holder_reported_at", Instant.class),
                get(row, "recorded_at", Instant.class),
                get(row, "recorded_by", String.class),
                assessment(row),
                remedy(row),
                closure(row),
                new Sealed(get(row, "id", UUID.class), get(row, "contents_sealed", byte[].class)));
    }

    Incident incident(Contents words, List<Phase> phases) {
        Facts facts = new Facts(
                id,
                reference,
                regimes,
                unit,
                nature,
                kinds,
                occurredAt,
                detectedAt,
                holder,
                holderReportedAt,
                words,
                recordedAt,
                recordedBy);
        return switch (state) {
            case DETECTED -> new Incident.Detected(facts);
            case ASSESSED -> new Incident.Assessed(facts, has(assessment));
            case BELOW_THRESHOLD -> new Incident.BelowThreshold(facts, has(assessment));
            case NOTIFIED_IN_PART -> new Incident.NotifiedInPart(facts, has(assessment), phases);
            case NOTIFIED -> new Incident.Notified(facts, has(assessment), phases);
            case REMEDIED -> new Incident.Remedied(facts, has(assessment), phases, has(remedy));
            case CLOSED -> new Incident.Closed(facts, has(assessment), phases, has(remedy), has(closure));
        };
    }

    private <T> T has(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("violation " + id + " lacks a part of its state " + state);
        }
        return part;
    }

    private static @Nullable Assessment assessment(Readable row) {
        String[] harm = row.get("harm", String[].class);
        return harm == null
                ? null
                : new Assessment(
                        Stream.of(harm).map(Harm::valueOf).collect(Collectors.toSet()),
                        get(row, "assessed_at", Instant.class),
                        get(row, "assessed_by", String.class));
    }

    private static @Nullable Remedy remedy(Readable row) {
        Instant at = row.get("remedied_at", Instant.class);
        return at == null
                ? null
                : new Remedy(at, get(row, "remedied_by", String.class), row.get("keep_until", Instant.class));
    }

    private static @Nullable Closure closure(Readable row) {
        Instant at = row.get("closed_at", Instant.class);
        return at == null ? null : new Closure(at, get(row, "closed_by", String.class));
    }
}
