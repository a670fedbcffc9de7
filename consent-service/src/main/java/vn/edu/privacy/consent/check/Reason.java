package vn.edu.privacy.consent.check;

import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.purpose.LawfulBasis;

/** Why a check was answered as it was; schools never learn which party is missing. */
enum Reason {
    CONSENT_GIVEN("Điều 11 Nghị định 13/2023/NĐ-CP", "consent-rules, row 12"),
    /** Which row it is would tell a school who is missing or against it. */
    NO_VALID_CONSENT("Điều 11, 12, 20 Nghị định 13/2023/NĐ-CP", "consent-rules, rows 1 and 3 to 11"),
    PURPOSE_NOT_ACTIVE("Điều 3.7 Nghị định 13/2023/NĐ-CP"),
    UNKNOWN_PURPOSE("Điều 3.3 Nghị định 13/2023/NĐ-CP"),
    /** The same for a student that is unknown and one of another school. */
    NOT_ENROLLED("Điều 3.4 Nghị định 13/2023/NĐ-CP"),
    CATEGORIES_NOT_GRANTED("Điều 11.7 Nghị định 13/2023/NĐ-CP", "consent-rules, row 12"),
    RESTRICTED("Điều 9.6 Nghị định 13/2023/NĐ-CP", "consent-rules, row 2"),
    EXCEPTION_BASIS("Điều 17 Nghị định 13/2023/NĐ-CP"),
    /** The caller's legal entity is suspended, or disconnected for good. */
    DISCONNECTED("Mục 3.4 Công văn 8343/SGDĐT-VP"),
    /** By a form of Google, Microsoft and the like. */
    FORM_FORBIDDEN("Mục 1.4 Công văn 8343/SGDĐT-VP"),
    /** By a channel that nobody registered for the school. */
    CHANNEL_NOT_AUTHORISED("Mục 1.4 Công văn 8343/SGDĐT-VP"),
    /** With somebody who is not in the register. */
    RECIPIENT_UNKNOWN("Mục 3.1 Công văn 8343/SGDĐT-VP"),
    /** With somebody outside the sector; a consent does not make that lawful for a school. */
    RECIPIENT_OUTSIDE_SECTOR("Mục 3.3 Công văn 8343/SGDĐT-VP"),
    /** With somebody who was disconnected. */
    RECIPIENT_DISCONNECTED("Mục 3.4 Công văn 8343/SGDĐT-VP"),
    /** By another way than the registered one. */
    ROUTE_NOT_ALLOWED("Mục 3.3 Công văn 8343/SGDĐT-VP"),
    /** No agreement that holds today and states all it must. */
    AGREEMENT_MISSING("Điều 7.1 Nghị định 356/2025/NĐ-CP"),
    /** The purpose does not name them, so nobody agreed to it. */
    RECIPIENT_NOT_NAMED("Điều 13.2 Nghị định 13/2023/NĐ-CP");

    private final String article;
    private final @Nullable String rows;

    Reason(String article) {
        this(article, null);
    }

    Reason(String article, @Nullable String rows) {
        this.article = article;
        this.rows = rows;
    }

    /** The rows of the truth table that say so; none where no consent was looked at. */
    @Nullable
    String rows() {
        return rows;
    }

    /** The article cited; that of the exception where processing rests on one. */
    String article(@Nullable LawfulBasis basis) {
        return this == EXCEPTION_BASIS && basis != null ? basis.article() : article;
    }
}
