package vn.edu.privacy.consent.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person's copy of one decision, with the fields of ISO/IEC TS 27560:2023; read as JSON-LD it speaks the terms of the Data
 * Privacy Vocabulary. Identifiers only, no personal text; the purpose's name stands as the notice showed it. Receipts of
 * layout 1 have neither context nor checkpoint and stay valid.
 *
 * @param context what the fields mean in linked data; inside, so that nobody has to fetch it
 * @param id the receipt as a URN
 * @param type {@code dpv:ConsentReceipt}
 * @param layout 2; absent in the first one
 * @param schemaVersion the standard followed
 * @param receiptId the ledger entry that it is a copy of
 * @param recordId the consent record
 * @param issuedAt when it was first read, and signed
 * @param controller who processes
 * @param dataSubject about whom
 * @param decision who decided what, when and how
 * @param purpose for what
 * @param notice what was shown before
 * @param ledger where the proof stands
 * @param checkpoint the newest one when it was signed; absent before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        @JsonProperty("@context") @Nullable JsonNode context,
        @JsonProperty("@id") @Nullable String id,
        @JsonProperty("@type") @Nullable String type,
        @Nullable Integer layout,
        String schemaVersion,
        UUID receiptId,
        UUID recordId,
        Instant issuedAt,
        Controller controller,
        DataSubject dataSubject,
        Decided decision,
        ForPurpose purpose,
        Shown notice,
        Place ledger,
        @Nullable Sealed checkpoint) {
    static final String SCHEMA = "ISO/IEC TS 27560:2023";
    static final String TYPE = "dpv:ConsentReceipt";
    static final int LAYOUT = 2;

    /** The school that is the controller. */
    public record Controller(String schoolId) {}

    /** The student. */
    public record DataSubject(UUID studentId) {}

    /**
     * The decision.
     *
     * @param decisionId the ledger entry
     * @param kind GIVEN, REFUSED or WITHDRAWN
     * @param party who decided
     * @param representative who decided for the party by authorisation; absent when the party did
     * @param capacity SELF, FATHER, MOTHER or GUARDIAN
     * @param method how the will was expressed
     * @param decidedAt when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            UUID decisionId,
            String kind,
            UUID party,
            @Nullable UUID representative,
            String capacity,
            String method,
            Instant decidedAt) {}

    /**
     * The purpose.
     *
     * @param code its code
     * @param version the version decided under
     * @param name in the language of the notice
     * @param dataCategories what the decision is about
     * @param lawfulBasis CONSENT
     * @param period the school year, or {@code open-ended}
     * @param processingUntil last day of processing
     */
    public record ForPurpose(
            String code,
            int version,
            String name,
            List<String> dataCategories,
            String lawfulBasis,
            String period,
            LocalDate processingUntil) {}

    /**
     * The notice.
     *
     * @param id the proof that it was shown; absent for a withdrawal
     * @param version its version
     * @param language the language shown, else the one of this receipt
     * @param servedAt when it was shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            @Nullable UUID id,
            int version,
            String language,
            @Nullable Instant servedAt) {}

    /**
     * The place in the ledger.
     *
     * @param seq place in the student's chain
     * @param hash the link there, hexadecimal SHA-256
     */
    public record Place(long seq, String hash) {}

    /**
     * A checkpoint, which holds fast what the ledger said before.
     *
     * @param number of it
     * @param hash of its signed text
     */
    public record Sealed(long number, String hash) {}
}
