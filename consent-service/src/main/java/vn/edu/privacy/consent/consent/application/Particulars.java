package vn.edu.privacy.consent.consent.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says beyond a decision ticked in the portal; each part may be absent.
 *
 * @param target the seq of the entry that this one checks or corrects
 * @param enteredBy the officer who entered it for somebody else; such a decision counts once it is checked
 * @param expressedOn the day on which the party signed or said it, Asia/Ho_Chi_Minh
 * @param reference where the evidence is kept: number of a form, a document, a recording, an order; no personal data
 * @param lastDay the last day that the party granted (Decree 13 art. 11.7), Asia/Ho_Chi_Minh
 * @param conditions SHA-256 (hexadecimal) over salt and text of the party's conditions in words; both are kept outside,
 *     sealed under the student's key, so that the ledger stays true when they are erased
 */
public record Particulars(
        @Nullable Long target,
        @Nullable UUID enteredBy,
        @Nullable LocalDate expressedOn,
        @Nullable String reference,
        @Nullable LocalDate lastDay,
        @Nullable String conditions) {
    /** Nothing beyond the decision. */
    public static final Particulars NONE = new Particulars(null, null, null, null, null, null);

    /** About another entry. */
    static Particulars about(long target, String reference) {
        return new Particulars(target, null, null, reference, null, null);
    }
}
