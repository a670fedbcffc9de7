package vn.edu.privacy.notification.request.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Correction;

/**
 * What a requester filled into the form of a right, beyond codes; kept sealed under the student's key.
 *
 * @param corrections what is wrong and what is right; with RECTIFY
 * @param organisation who is to be given the data; with PROVIDE to somebody else
 * @param everything true with DELETE of all that is kept by consent; else null
 */
public record Particulars(
        List<Correction> corrections,
        @Nullable Organisation organisation,
        @Nullable Boolean everything) {
    /** Nothing of that kind. */
    public static final Particulars NONE = new Particulars(List.of(), null, null);

    /** All that is kept by consent. */
    public static final Particulars EVERYTHING = new Particulars(List.of(), null, true);

    public Particulars {
        corrections = List.copyOf(corrections);
    }

    /** Whether all that is kept by consent is to be deleted. */
    boolean isEverything() {
        return Boolean.TRUE.equals(everything);
    }

    /**
     * Who is to be given data.
     *
     * @param name of the organisation
     * @param inSector whether it belongs to the sector of education
     * @param consentDocument reference of the written consent (Decree 13 art. 14.7)
     */
    public record Organisation(String name, boolean inSector, String consentDocument) {}
}
