package vn.edu.privacy.notification.holder;

import java.time.Duration;

/** A holder has too much to do, or is being mended, and says for how long it is to be left alone. */
public final class HolderBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    HolderBusy(int status, Duration pause) {
        super("HTTP_" + status + ", wants " + pause);
        this.pause = pause;
    }

    /** For how long. */
    public Duration pause() {
        return pause;
    }
}
