package vn.edu.privacy.consent.purpose;

import java.util.ArrayList;
import java.util.List;

/**
 * A version in its place among the others.
 *
 * @param purpose the version
 * @param state where it stands
 */
record PurposeVersion(PublishedPurpose purpose, PurposeState state) {

    /** The versions of one purpose, oldest first, each with its state. */
    static List<PurposeVersion> history(List<PublishedPurpose> versions) {
        List<PurposeVersion> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            PublishedPurpose version = versions.get(i);
            history.add(new PurposeVersion(
                    version,
                    i + 1 < versions.size()
                            ? new PurposeState.Superseded(
                                    versions.get(i + 1).publishedAt(),
                                    versions.get(i + 1).version())
                            : newest(version)));
        }
        return history;
    }

    /** Where the newest version of a purpose stands. */
    static PurposeState newest(PublishedPurpose version) {
        return version.retiredAt() == null
                ? new PurposeState.Published(version.publishedAt())
                : new PurposeState.Retired(version.retiredAt());
    }

    /** Whether it asked for consent anew. */
    public boolean major() {
        return purpose.version() == purpose.lastMajorVersion();
    }
}
