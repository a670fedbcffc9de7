package vn.edu.privacy.notification.request.domain;

/** A data subject request in one of its states. */
public sealed interface Request permits Withdrawal, Access {
    /** What never changes about it. */
    Facts facts();

    /** The kind of request. */
    RequestType type();

    /** The state, as it is named outside. */
    RequestState state();
}
