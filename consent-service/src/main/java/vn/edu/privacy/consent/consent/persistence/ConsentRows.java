package vn.edu.privacy.consent.consent.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import vn.edu.privacy.platform.database.RequiredColumn;

/** Reads rows of {@code decision} and {@code consent_record}. */
final class ConsentRows {
    private ConsentRows() {}

    static LedgerEntry entry(Readable row) {
        return new LedgerEntry(
                RequiredColumn.get(row, "decision_id", UUID.class),
                RequiredColumn.get(row, "seq", Long.class),
                new RecordKey(
                        RequiredColumn.get(row, "student_id", UUID.class),
                        RequiredColumn.get(row, "school_id", String.class),
                        RequiredColumn.get(row, "purpose", String.class),
                        RequiredColumn.get(row, "period", String.class)),
                RequiredColumn.get(row, "record_id", UUID.class),
                RequiredColumn.get(row, "purpose_version", Integer.class),
                RequiredColumn.get(row, "major_version", Integer.class),
                EntryKind.valueOf(RequiredColumn.get(row, "kind", String.class)),
                RequiredColumn.get(row, "party", UUID.class),
                capacity(row),
                List.of(RequiredColumn.get(row, "categories", String[].class)),
                RequiredColumn.get(row, "method", String.class),
                row.get("notice_id", UUID.class),
                row.get("language", String.class),
                row.get("request_id", UUID.class),
                particulars(row),
                mandate(row),
                RequiredColumn.get(row, "decided_at", Instant.class));
    }

    private static LedgerEntry.@Nullable ByMandate mandate(Readable row) {
        UUID representation = row.get("representation_id", UUID.class);
        return representation == null
                ? null
                : new LedgerEntry.ByMandate(representation, RequiredColumn.get(row, "representative", UUID.class));
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
                        RequiredColumn.get(row, "student_id", UUID.class),
                        RequiredColumn.get(row, "controller_id", String.class),
                        RequiredColumn.get(row, "purpose_id", String.class),
                        RequiredColumn.get(row, "period", String.class)),
                RequiredColumn.get(row, "record_id", UUID.class),
                ConsentState.valueOf(RequiredColumn.get(row, "state", String.class)),
                Answer.valueOf(RequiredColumn.get(row, "answer", String.class)),
                row.get("answer_until", Instant.class),
                RequiredColumn.get(row, "last_seq", Long.class),
                RequiredColumn.get(row, "reconfirm_after", Long.class));
    }

    static ProjectedRecord projected(Readable row) {
        return new ProjectedRecord(
                record(row),
                Set.of(RequiredColumn.get(row, "categories", String[].class)),
                Set.of(RequiredColumn.get(row, "conditional_on", UUID[].class)),
                RequiredColumn.get(row, "reminder_may_help", Boolean.class),
                RequiredColumn.get(row, "major_version", Integer.class),
                RequiredColumn.get(row, "changed_at", Instant.class));
    }
}
