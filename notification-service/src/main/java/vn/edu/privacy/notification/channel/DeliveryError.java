package vn.edu.privacy.notification.channel;

/** Why a message was not taken, as a code: a server's own words may hold an address. */
public enum DeliveryError {
    /** The directory of addresses did not answer. */
    DIRECTORY_UNAVAILABLE(false),
    /** The mail server could not be reached, or did not answer. */
    MAIL_SERVER_UNAVAILABLE(true),
    /** The mail server refused our login. */
    MAIL_LOGIN_REFUSED(true),
    /** The mail server did not accept the message or its recipient. */
    MAIL_REFUSED(false),
    /** The gateway could not be reached, did not answer in time, or answered with an error of its own. */
    GATEWAY_UNAVAILABLE(true),
    /** The gateway's answer is not what its contract says: nothing is proven by it. */
    GATEWAY_UNREADABLE(true),
    /** The gateway refused our key. */
    GATEWAY_LOGIN_REFUSED(true),
    /** The gateway asked us to wait. */
    GATEWAY_BUSY(false),
    /** The gateway did not accept the message or its recipient. */
    GATEWAY_REFUSED(false),
    /** The gateway reported later that the message did not arrive. */
    NOT_ARRIVED(false),
    /** The directory's address is none. */
    ADDRESS_INVALID(false);

    private final boolean outage;

    DeliveryError(boolean outage) {
        this.outage = outage;
    }

    /** Whether the next message would most likely meet the same. */
    boolean isOutage() {
        return outage;
    }
}
