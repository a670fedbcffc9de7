package vn.edu.privacy.consent.purpose;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The notice that was served, and the id that proves it. */
record ServedNoticeResponse(
        UUID id,
        String purpose,
        int version,
        String language,
        Instant servedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) NoticeText notice,
        boolean sensitive,
        LawfulBasis lawfulBasis,
        List<PurposeResponse.NamedCategory> dataCategories,
        LocalDate processingFrom,
        LocalDate processingUntil) {
    static ServedNoticeResponse of(ServedNotice served, PublishedPurpose purpose) {
        return new ServedNoticeResponse(
                served.id(),
                served.purpose(),
                served.version(),
                served.language(),
                served.servedAt(),
                purpose.notice(served.language()),
                purpose.sensitive(),
                purpose.basis(),
                PurposeResponse.NamedCategory.of(purpose, served.language()),
                purpose.processingFrom(),
                purpose.processingUntil());
    }
}
