package vn.edu.privacy.consent.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.collection.FormLinks;
import vn.edu.privacy.consent.sharing.SharingRecipient.Route;

/**
 * What is to be done with the data, and how (letter 8343/SGDĐT-VP par. 1.4, 3.3).
 *
 * @param operation whether it is to be collected or shared
 * @param channel the registered channel by which it is; the asking system itself when absent
 * @param host where people are to fill it in, as browsers understand the address
 * @param form whether that address is one of a form service
 * @param recipient with whom it is to be shared
 * @param route the way that it is to take there
 * @param departmental whether the Department asks, which alone shares outside the sector
 */
record Handling(
        Operation operation,
        @Nullable String channel,
        @Nullable String host,
        boolean form,
        @Nullable String recipient,
        @Nullable Route route,
        boolean departmental) {
    /** What is done with data. */
    enum Operation {
        /** To take it in. */
        COLLECT,
        /** To pass it to somebody else. */
        SHARE
    }

    /** To collect by the asking system itself. */
    static final Handling COLLECTED = new Handling(Operation.COLLECT, null, null, false, null, null, false);

    /** To collect by a channel, or at an address; an address that cannot be read is nobody's. */
    static Handling collecting(@Nullable String channel, @Nullable String address) {
        Optional<String> read = Optional.ofNullable(address);
        return new Handling(
                Operation.COLLECT,
                channel,
                read.map(given -> FormLinks.host(given).orElse("")).orElse(null),
                read.flatMap(FormLinks::in).isPresent(),
                null,
                null,
                false);
    }

    /** To share with a recipient by a route. */
    static Handling sharing(String recipient, Route route, boolean departmental) {
        return new Handling(Operation.SHARE, null, null, false, recipient, route, departmental);
    }
}
