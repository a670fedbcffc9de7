package vn.edu.privacy.notification.holder;

import org.jspecify.annotations.Nullable;

/**
 * What is to be put right; personal data.
 *
 * @param category code of the data category
 * @param was what stands there now, in the requester's words; absent when nothing does
 * @param value what is right
 */
public record Correction(String category, @Nullable String was, String value) {
    /** Without the data, which belongs in no log. */
    @Override
    public String toString() {
        return "Correction[" + category + "]";
    }
}
