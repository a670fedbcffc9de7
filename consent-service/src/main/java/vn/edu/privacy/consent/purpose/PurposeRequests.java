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

    private PurposeRequests() {}

    /** {@code POST /v1/purposes}. */
    record Publish(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String code,

            @NotNull @Size(max = 40) String category,
            @NotNull LawfulBasis lawfulBasis,
            @Nullable @Size(max = 500) String legalReference,
            @NotNull Boolean sensitive,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Category> dataCategories,
            @NotNull @Size(max = 50) List<@NotNull @Valid Receiver> recipients,
            @NotNull PeriodKind periodKind,
            @Nullable LocalDate processingFrom,
            @Nullable LocalDate processingUntil,
            @NotNull @Valid Notices notices) {
        PurposeDraft draft() {
            return new PurposeDraft(
                    category,
                    lawfulBasis,
                    legalReference,
                    sensitive,
                    dataCategories.stream().map(Category::toDomain).toList(),
                    recipients.stream().map(Receiver::toDomain).toList(),
                    periodKind,
                    processingFrom,
                    processingUntil,
                    notices.drafts());
        }
    }

    /** {@code POST /v1/purposes/{code}/versions}. */
    record PublishVersion(
            @NotNull Change change,
            @NotNull @Size(max = 40) String category,
            @NotNull LawfulBasis lawfulBasis,
            @Nullable @Size(max = 500) String legalReference,
            @NotNull Boolean sensitive,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Category> dataCategories,
            @NotNull @Size(max = 50) List<@NotNull @Valid Receiver> recipients,
            @NotNull PeriodKind periodKind,
            @Nullable LocalDate processingFrom,
            @Nullable LocalDate processingUntil,
            @NotNull @Valid Notices notices) {
        PurposeDraft draft() {
            return new PurposeDraft(
                    category,
                    lawfulBasis,
                    legalReference,
                    sensitive,
                    dataCategories.stream().map(Category::toDomain).toList(),
                    recipients.stream().map(Receiver::toDomain).toList(),
                    periodKind,
                    processingFrom,
                    processingUntil,
                    notices.drafts());
        }
    }

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

            @NotNull Language language) {}

    /** The languages of notices, as written in JSON. */
    enum Language {
        vi,
        en
    }

    /** A kind of data. */
    record Category(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String code,

            @NotNull @Valid Texts name,
            @NotNull Boolean sensitive) {
        DataCategory toDomain() {
            return new DataCategory(code, name.byLanguage(), sensitive);
        }
    }

    /** Who holds or receives data. */
    record Receiver(
            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String code,

            @NotNull @Valid Texts name) {
        Recipient toDomain() {
            return new Recipient(code, name.byLanguage());
        }
    }

    /** A text in each language. */
    record Texts(
            @Nullable @Size(max = 4000) String vi,
            @Nullable @Size(max = 4000) String en) {
        Map<String, String> byLanguage() {
            Map<String, String> texts = new TreeMap<>();
            if (vi != null) {
                texts.put("vi", vi);
            }
            if (en != null) {
                texts.put("en", en);
            }
            return texts;
        }
    }

    /** The notice in each language. */
    record Notices(
            @Nullable @Valid Notice vi, @Nullable @Valid Notice en) {
        Map<String, PurposeDraft.NoticeDraft> drafts() {
            Map<String, PurposeDraft.NoticeDraft> drafts = new TreeMap<>();
            if (vi != null) {
                drafts.put("vi", vi.draft());
            }
            if (en != null) {
                drafts.put("en", en.draft());
            }
            return drafts;
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
