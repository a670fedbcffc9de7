package vn.edu.privacy.notification.request;

import java.util.UUID;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Who a caller is to the requests. */
public final class Readers {
    private Readers() {}

    /** A caller as a reader: of one's own requests, and of the school's when an officer or its head. */
    public static Reader reader(Caller caller) {
        UUID person = caller.personId().orElse(null);
        if (isOfficer(caller)) {
            return new Reader(person, officer(caller));
        }
        return new Reader(person, caller.is(Role.HEAD_OF_UNIT) ? head(caller) : null);
    }

    /** The head of a unit, who decides on appeals; anybody else gets a 403 problem. */
    public static Officer head(Caller caller) {
        if (caller.is(Role.HEAD_OF_UNIT) && caller.schoolId().isPresent()) {
            return new Officer(
                    caller.id(), caller.schoolId().get(), caller.personId().orElse(null));
        }
        throw ProblemException.of(CommonProblems.FORBIDDEN);
    }

    /** A caller who handles requests; anybody else gets a 403 problem. */
    public static Officer officer(Caller caller) {
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return new Officer(
                    caller.id(),
                    caller.schoolId().orElse(null),
                    caller.personId().orElse(null));
        }
        if (caller.is(Role.SCHOOL_OFFICER) && caller.schoolId().isPresent()) {
            return new Officer(
                    caller.id(), caller.schoolId().get(), caller.personId().orElse(null));
        }
        throw ProblemException.of(CommonProblems.FORBIDDEN);
    }

    /** Whether the caller handles requests. */
    public static boolean isOfficer(Caller caller) {
        return caller.is(Role.DATA_PROTECTION_OFFICER) || caller.is(Role.SCHOOL_OFFICER);
    }
}
