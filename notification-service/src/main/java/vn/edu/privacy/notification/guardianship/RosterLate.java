package vn.edu.privacy.notification.guardianship;

/** Roster events come too late to prove anybody's authority; nothing is wrong with the request, try again later. */
public final class RosterLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RosterLate() {
        super("the roster is behind");
    }
}
