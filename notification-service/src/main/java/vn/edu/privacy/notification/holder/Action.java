package vn.edu.privacy.notification.holder;

import vn.edu.privacy.notification.holder.HolderAnswer.Status;

/** What a holder can be instructed to do with a student's data of a purpose. */
public enum Action {
    /** Process no more (Decree 13 art. 12.4). */
    STOP(Status.STOPPED),
    /** Store and do nothing else (art. 9.6). */
    RESTRICT(Status.RESTRICTED),
    /** Process again: a stop or restriction no longer stands. */
    LIFT(Status.LIFTED),
    /** Erase for good what is held for the purpose (art. 16, 20.3). */
    ERASE(Status.ERASED),
    /** Put right what is wrong (art. 15). */
    RECTIFY(Status.RECTIFIED);

    private final Status done;

    Action(Status done) {
        this.done = done;
    }

    /** Whether an answer says that it was carried out; who has erased has stopped as well. */
    boolean doneBy(Status status) {
        return status == done || (this == STOP && status == Status.ERASED);
    }
}
