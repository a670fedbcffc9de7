package vn.edu.privacy.standalone.machine;

/** Why the system cannot start or go on; the message is for the person at the keyboard and says what to do. */
public final class StartProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartProblem(String message) {
        super(message);
    }

    public StartProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
