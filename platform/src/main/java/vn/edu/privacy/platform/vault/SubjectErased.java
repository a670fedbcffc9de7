package vn.edu.privacy.platform.vault;

import java.util.UUID;

/** The subject's key was destroyed: what was sealed under it can never be opened again, and nothing can be sealed. */
public final class SubjectErased extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID subject;

    /** For the subject whose key is gone. */
    public SubjectErased(UUID subject) {
        super("the key of subject " + subject + " was destroyed");
        this.subject = subject;
    }

    /** Whose key is gone. */
    public UUID subject() {
        return subject;
    }
}
