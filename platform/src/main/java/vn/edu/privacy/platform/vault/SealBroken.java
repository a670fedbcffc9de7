package vn.edu.privacy.platform.vault;

/** Sealed bytes that do not open: changed, of another subject, or sealed under another key. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String reason, Throwable cause) {
        super(reason, cause);
    }

    SealBroken(String reason) {
        super(reason);
    }
}
