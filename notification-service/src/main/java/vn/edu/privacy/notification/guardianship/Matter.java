package vn.edu.privacy.notification.guardianship;

import java.util.List;
import java.util.Set;

/**
 * What somebody acts on, as far as an authorisation may be limited to it (Civil Code art. 141).
 *
 * @param types kinds of requests, of which the authorisation must name one where it names any
 * @param purposes all of which the authorisation must name where it names any; empty for what is about all the data
 */
public record Matter(Set<String> types, List<String> purposes) {
    /** Everything: only by an authorisation without limits. */
    static final Matter EVERYTHING = new Matter(Set.of(), List.of());

    public Matter {
        types = Set.copyOf(types);
        purposes = List.copyOf(purposes);
    }

    /** A request of that kind about those purposes. */
    public static Matter of(String type, List<String> purposes) {
        return new Matter(Set.of(type), purposes);
    }
}
