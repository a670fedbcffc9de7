package vn.edu.privacy.notification.request;

import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Who a caller is to the requests. */
public final class Readers {
    private Readers() {}

    /** A caller as a reader: of one's own requests, and of the school's when an officer. */
    public static Reader reader(Caller caller) {
        return new Reader(caller.personId().orElse(null), isOfficer(caller) ? officer(caller) : null);
    }

    /** A caller who handles requests; anybody else gets a 403 problem. */
    public static Officer officer(Caller caller) {
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return new Officer(caller.id(), caller.schoolId().orElse(null));
        }
        if (caller.is(Role.SCHOOL_OFFICER) && caller.schoolId().isPresent()) {
            return new Officer(caller.id(), caller.schoolId().get());
        }
        throw ProblemException.of(CommonProblems.FORBIDDEN);
    }

    /** Whether the caller handles requests. */
    public static boolean isOfficer(Caller caller) {
        return caller.is(Role.DATA_PROTECTION_OFFICER) || caller.is(Role.SCHOOL_OFFICER);
    }
}
