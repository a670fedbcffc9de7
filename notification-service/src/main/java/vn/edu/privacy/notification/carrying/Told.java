package vn.edu.privacy.notification.carrying;

import java.util.List;
import java.util.stream.Stream;
import vn.edu.privacy.notification.catalogue.KnownPurpose;

/**
 * Somebody to tell.
 *
 * @param recipient who
 * @param categories with which data
 */
record Told(KnownPurpose.Recipient recipient, List<String> categories) {
    /** The same with what another version of the purpose let it have. */
    Told with(Told earlier) {
        return new Told(
                recipient,
                Stream.concat(categories.stream(), earlier.categories().stream())
                        .distinct()
                        .toList());
    }
}
