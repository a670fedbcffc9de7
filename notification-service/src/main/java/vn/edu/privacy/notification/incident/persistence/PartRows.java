package vn.edu.privacy.notification.incident.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;
import vn.edu.privacy.notification.incident.domain.StepDone;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** Rows of {@code incident_phase} and {@code incident_step}, their words still sealed. */
final class PartRows {
    private PartRows() {}

    private static @Nullable Sealed words(Readable row, String column) {
        byte[] bytes = row.get(column, byte[].class);
        return bytes == null ? null : new Sealed(get(row, "incident_id", UUID.class), bytes);
    }

    /** What the authority was told in one part; the reasons for being late stand in {@code words}. */
    record PhaseRow(
            UUID incidentId,
            Instant sentAt,
            Phase.Way sentTo,
            boolean complete,
            @Nullable Sealed words,
            Instant recordedAt,
            String recordedBy) {
        static PhaseRow of(Readable row) {
            return new PhaseRow(
                    get(row, "incident_id", UUID.class),
                    get(row, "sent_at", Instant.class),
                    Phase.Way.valueOf(get(row, "sent_to", String.class)),
                    get(row, "complete", Boolean.class),
                    PartRows.words(row, "reasons_sealed"),
                    get(row, "recorded_at", Instant.class),
                    get(row, "recorded_by", String.class));
        }

        Phase phase(@Nullable String lateReasons) {
            return new Phase(sentAt, sentTo, complete, lateReasons, recordedAt, recordedBy);
        }
    }

    /** A step; its note stands in {@code words}. */
    record StepRow(
            UUID incidentId,
            Step step,
            Instant at,
            @Nullable Sealed words,
            @Nullable String by) {
        static StepRow of(Readable row) {
            return new StepRow(
                    get(row, "incident_id", UUID.class),
                    Step.valueOf(get(row, "step", String.class)),
                    get(row, "at", Instant.class),
                    PartRows.words(row, "note_sealed"),
                    row.get("recorded_by", String.class));
        }

        StepDone step(@Nullable String note) {
            return new StepDone(step, at, note, by);
        }
    }
}
