package vn.edu.privacy.notification.notice;

/** Why an e-mail was not accepted, as a code: the server's own words may hold an address. */
enum DeliveryError {
    /** The directory of addresses did not answer. */
    DIRECTORY_UNAVAILABLE,
    /** The mail server could not be reached, or did not answer. */
    MAIL_SERVER_UNAVAILABLE,
    /** The mail server refused our login. */
    MAIL_LOGIN_REFUSED,
    /** The mail server did not accept the message or its recipient. */
    MAIL_REFUSED,
    /** The directory's address is none. */
    ADDRESS_INVALID
}
