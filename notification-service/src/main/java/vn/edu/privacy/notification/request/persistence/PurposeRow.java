package vn.edu.privacy.notification.request.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.NamedPurpose;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** A row of {@code request_purpose}: one purpose of a request, whatever its kind, with its outcome. */
record PurposeRow(
        String code,
        int version,
        List<Long> seqs,
        @Nullable Instant appliedAt,
        @Nullable String refusal,
        @Nullable Instant liftedAt,
        @Nullable String liftRefusal) {

    static PurposeRow of(Readable row) {
        return new PurposeRow(
                get(row, "code", String.class),
                get(row, "version", Integer.class),
                List.of(get(row, "seqs", Long[].class)),
                row.get("applied_at", Instant.class),
                row.get("refusal", String.class),
                row.get("lifted_at", Instant.class),
                row.get("lift_refusal", String.class));
    }

    static List<PurposeRow> of(Request request) {
        return switch (request) {
            case Withdrawal withdrawal ->
                withdrawal.purposes().stream().map(PurposeRow::of).toList();
            case Restriction restriction ->
                restriction.purposes().stream().map(PurposeRow::of).toList();
            case Deletion deletion ->
                deletion.purposes().stream().map(PurposeRow::of).toList();
            case Rectification rectification ->
                rectification.purposes().stream().map(PurposeRow::of).toList();
            case Access access -> List.of();
            case Provision provision -> List.of();
            case Complaint complaint -> List.of();
        };
    }

    WithdrawnPurpose withdrawn() {
        return new WithdrawnPurpose(code, version, seqs, appliedAt, refusal);
    }

    RestrictedPurpose restricted() {
        return new RestrictedPurpose(code, version, appliedAt, refusal, liftedAt, liftRefusal);
    }

    NamedPurpose named() {
        return new NamedPurpose(code, version);
    }

    private static PurposeRow of(NamedPurpose purpose) {
        return new PurposeRow(purpose.code(), purpose.version(), List.of(), null, null, null, null);
    }

    ErasedPurpose erased() {
        return new ErasedPurpose(code, version, appliedAt, refusal);
    }

    private static PurposeRow of(ErasedPurpose purpose) {
        return new PurposeRow(
                purpose.code(), purpose.version(), List.of(), purpose.erasedAt(), purpose.refusal(), null, null);
    }

    private static PurposeRow of(WithdrawnPurpose purpose) {
        return new PurposeRow(
                purpose.code(), purpose.version(), purpose.seqs(), purpose.appliedAt(), purpose.refusal(), null, null);
    }

    private static PurposeRow of(RestrictedPurpose purpose) {
        return new PurposeRow(
                purpose.code(),
                purpose.version(),
                List.of(),
                purpose.appliedAt(),
                purpose.refusal(),
                purpose.liftedAt(),
                purpose.liftRefusal());
    }
}
