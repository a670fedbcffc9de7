package vn.edu.privacy.platform.messaging;

/** Where the relay hands events over. */
@FunctionalInterface
interface Broker {
    /** Returns once the broker has the event for good; throws otherwise. Blocks. */
    void send(OutboxRow event);
}
