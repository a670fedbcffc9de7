package vn.edu.privacy.consent.purpose;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bodies of the catalogue's writes. What a notice lacks is told by {@link PurposeRules}, not by validation. */
final class PurposeRequests {
    static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";
    /** A language as BCP 47 writes it; {@code vi}, {@code en}, {@code km}, {@code hmn}. */
    static final String LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    private static final String POSITION = "^[a-z0-9]+([.-][a-z0-9]+)*$";

    private PurposeRequests() {}

    /** What every body says of a purpose; anything may be missing. */
    interface Content {
        @Nullable
        String category();

        @Nullable
        LawfulBasis lawfulBasis();

        @Nullable
        String legalReference();

        @Nullable
        Watching safeguards();

        @Nullable
        Boolean sensitive();

        @Nullable
        Boolean disclosesPrivateLife();

        @Nullable
        List<Category> dataCategories();

        @Nullable
        List<Receiver> recipients();

        @Nullable
        PeriodKind periodKind();

        @Nullable
        LocalDate processingFrom();

        @Nullable
        LocalDate processingUntil();

        @Nullable
        Map<String, Notice> notices();

        default PurposeDraft draft() {
            List<Category> categories = dataCategories();
            List<Receiver> receivers = recipients();
            Watching watching = safeguards();
            Map<String, PurposeDraft.NoticeDraft> drafts = new TreeMap<>();
            if (notices() != null) {
                notices().forEach((language, notice) -> drafts.put(language, notice.draft()));
            }
            return new PurposeDraft(
                    category(),
                    lawfulBasis(),
                    legalReference(),
                    watching == null ? null : watching.draft(),
                    sensitive(),
                    disclosesPrivateLife(),
                    categories == null
                            ? List.of()
                            : categories.stream().map(Category::toDomain).toList(),
                    receivers == null
                            ? List.of()
                            : receivers.stream().map(Receiver::toDomain).toList(),
                    periodKind(),
                    processingFrom(),
                    processingUntil(),
                    drafts);
        }
    }

    /** {@code POST /v1/purposes}. */
    record Publish(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String code,

            @NotNull @Size(max = 40) String category,
            @NotNull LawfulBasis lawfulBasis,
            @Nullable @Size(max = 500) String legalReference,
            @Nullable @Valid Watching safeguards,
            @NotNull Boolean sensitive,
            @Nullable Boolean disclosesPrivateLife,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Category> dataCategories,
            @NotNull @Size(max = 50) List<@NotNull @Valid Receiver> recipients,
            @NotNull PeriodKind periodKind,
            @Nullable LocalDate processingFrom,
            @Nullable LocalDate processingUntil,

            @NotNull @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Valid Notice> notices)
            implements Content {}

    /** {@code POST /v1/purposes/{code}/versions}. */
    record PublishVersion(
            @NotNull Change change,
            @NotNull @Size(max = 40) String category,
            @NotNull LawfulBasis lawfulBasis,
            @Nullable @Size(max = 500) String legalReference,
            @Nullable @Valid Watching safeguards,
            @NotNull Boolean sensitive,
            @Nullable Boolean disclosesPrivateLife,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Category> dataCategories,
            @NotNull @Size(max = 50) List<@NotNull @Valid Receiver> recipients,
            @NotNull PeriodKind periodKind,
            @Nullable LocalDate processingFrom,
            @Nullable LocalDate processingUntil,

            @NotNull @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Valid Notice> notices)
            implements Content {}

    /** {@code PUT /v1/purpose-drafts/{code}}. */
    record Draft(
            @Nullable @Pattern(regexp = "EDUCATION|MANAGEMENT|ADMINISTRATION")
            String category,

            @Nullable LawfulBasis lawfulBasis,
            @Nullable @Size(max = 500) String legalReference,
            @Nullable @Valid Watching safeguards,
            @Nullable Boolean sensitive,
            @Nullable Boolean disclosesPrivateLife,
            @Nullable @Size(max = 50) List<@NotNull @Valid Category> dataCategories,
            @Nullable @Size(max = 50) List<@NotNull @Valid Receiver> recipients,
            @Nullable PeriodKind periodKind,
            @Nullable LocalDate processingFrom,
            @Nullable LocalDate processingUntil,

            @Nullable @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Valid Notice> notices)
            implements Content {}

    /** {@code POST /v1/purpose-drafts/{code}/publication}. */
    record PublishDraft(@NotNull Change change) {}

    /** Whether consents must be given again. */
    enum Change {
        MAJOR,
        MINOR
    }

    /** {@code POST /v1/purposes/{code}/retirement}. */
    record Retire(@NotBlank @Size(max = 500) String reason) {}

    /** {@code POST /v1/students/{studentId}/served-notices}. */
    record Serve(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String purpose,

            @NotNull @Pattern(regexp = LANGUAGE) @Size(max = 35)
            String language) {}

    /** A kind of data. */
    record Category(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String code,

            @NotNull @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Size(max = 4000) String> name,

            @NotNull Boolean sensitive) {
        DataCategory toDomain() {
            return new DataCategory(code, name, sensitive);
        }
    }

    /** Who holds or receives data. */
    record Receiver(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String code,

            @NotNull @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Size(max = 4000) String> name) {
        Recipient toDomain() {
            return new Recipient(code, name);
        }
    }

    /** How processing without consent is watched. */
    record Watching(
            @Nullable @Size(max = 300) String procedure,

            @Nullable @Pattern(regexp = POSITION) @Size(max = 80)
            String responsible,

            @Nullable @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Size(max = 4000) String> measures,

            @Nullable LocalDate nextReview,

            @Nullable @Size(max = 12)
            Map<@Pattern(regexp = LANGUAGE) @Size(max = 35) String, @NotNull @Size(max = 4000) String> complaints) {
        PurposeDraft.SafeguardsDraft draft() {
            return new PurposeDraft.SafeguardsDraft(
                    procedure,
                    responsible,
                    measures == null ? Map.of() : measures,
                    nextReview,
                    complaints == null ? Map.of() : complaints);
        }
    }

    /** The notice in one language. */
    record Notice(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 1000) String summary,
            @Nullable @Size(max = 2000) String processing,
            @Nullable @Size(max = 2000) String recipients,
            @Nullable @Size(max = 2000) String risks,
            @Nullable @Size(max = 2000) String ifRefused,
            @Nullable @Size(max = 2000) String withdrawal,
            @Nullable @Size(max = 2000) String consequences,
            @Nullable @Size(max = 2000) String rights,
            @Nullable @Size(max = 500) String controller,
            @Nullable @Size(max = 2000) String childText) {
        PurposeDraft.NoticeDraft draft() {
            return new PurposeDraft.NoticeDraft(
                    name,
                    summary,
                    processing,
                    recipients,
                    risks,
                    ifRefused,
                    withdrawal,
                    consequences,
                    rights,
                    controller,
                    childText);
        }
    }
}
