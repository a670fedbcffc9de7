package vn.edu.privacy.consent.consent.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.Particulars;
import vn.edu.privacy.consent.consent.application.ProjectedRecord;
import vn.edu.privacy.consent.consent.application.RecordKey;
import vn.edu.privacy.consent.consent.application.StoredRecord;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.roster.Capacity;

/** Reads rows of {@code decision} and {@code consent_record}. */
final class ConsentRows {
    private ConsentRows() {}

    static LedgerEntry entry(Readable row) {
        return new LedgerEntry(
                get(row, "decision_id", UUID.class),
                get(row, "seq", Long.class),
                new RecordKey(
                        get(row, "student_id", UUID.class),
                        get(row, "school_id", String.class),
                        get(row, "purpose", String.class),
                        get(row, "period", String.class)),
                get(row, "record_id", UUID.class),
                get(row, "purpose_version", Integer.class),
                get(row, "major_version", Integer.class),
                EntryKind.valueOf(get(row, "kind", String.class)),
                get(row, "party", UUID.class),
                capacity(row),
                List.of(get(row, "categories", String[].class)),
                get(row, "method", String.class),
                row.get("notice_id", UUID.class),
                row.get("language", String.class),
                row.get("request_id", UUID.class),
                particulars(row),
                get(row, "decided_at", Instant.class));
    }

    private static @Nullable Capacity capacity(Readable row) {
        String capacity = row.get("capacity", String.class);
        return capacity == null ? null : Capacity.valueOf(capacity);
    }

    private static Particulars particulars(Readable row) {
        return new Particulars(
                row.get("target_seq", Long.class),
                row.get("entered_by", UUID.class),
                row.get("expressed_on", LocalDate.class),
                row.get("reference", String.class),
                row.get("last_day", LocalDate.class),
                row.get("conditions_digest", String.class));
    }

    static StoredRecord record(Readable row) {
        return new StoredRecord(
                new RecordKey(
                        get(row, "student_id", UUID.class),
                        get(row, "controller_id", String.class),
                        get(row, "purpose_id", String.class),
                        get(row, "period", String.class)),
                get(row, "record_id", UUID.class),
                ConsentState.valueOf(get(row, "state", String.class)),
                Answer.valueOf(get(row, "answer", String.class)),
                row.get("answer_until", Instant.class),
                get(row, "last_seq", Long.class),
                get(row, "reconfirm_after", Long.class));
    }

    static ProjectedRecord projected(Readable row) {
        return new ProjectedRecord(
                record(row),
                Set.of(get(row, "categories", String[].class)),
                Set.of(get(row, "conditional_on", UUID[].class)),
                get(row, "reminder_may_help", Boolean.class),
                get(row, "major_version", Integer.class),
                get(row, "changed_at", Instant.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        return Objects.requireNonNull(value, column);
    }
}
