package vn.edu.privacy.notification.notice;

/** How far a message came. */
enum DeliveryState {
    /** To be sent, or sent again. */
    PENDING,
    /** The mail server or the gateway has taken it, and there is proof. */
    SENT,
    /** The gateway reported that it arrived. */
    DELIVERED,
    /** The gateway reported that it will not arrive. */
    UNDELIVERED,
    /** Nobody knows an address of the person there. */
    NO_ADDRESS,
    /** Refused, or given up after many attempts. */
    FAILED
}
