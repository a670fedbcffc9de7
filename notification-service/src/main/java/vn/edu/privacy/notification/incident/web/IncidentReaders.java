package vn.edu.privacy.notification.incident.web;

import vn.edu.privacy.notification.incident.application.Handler;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Who a caller is to the register of violations. */
final class IncidentReaders {
    private IncidentReaders() {}

    /** Who reads: officers of data protection and of the Department, and the head of a unit that unit's; else 403. */
    static Handler reader(Caller caller) {
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return officer(caller);
        }
        if (caller.is(Role.DEPARTMENT_OFFICER)) {
            return new Handler(caller.id(), null);
        }
        return head(caller);
    }

    /** Who writes: the data-protection officer; of one unit where the account belongs to one; else 403. */
    static Handler officer(Caller caller) {
        if (caller.is(Role.DATA_PROTECTION_OFFICER)) {
            return new Handler(caller.id(), caller.schoolId().orElse(null));
        }
        throw ProblemException.of(CommonProblems.FORBIDDEN);
    }

    /** Who closes as the second person: another officer, or the head of the unit; else 403. */
    static Handler closer(Caller caller) {
        return caller.is(Role.DATA_PROTECTION_OFFICER) ? officer(caller) : head(caller);
    }

    /** Whether the caller writes. */
    static boolean writes(Caller caller) {
        return caller.is(Role.DATA_PROTECTION_OFFICER);
    }

    private static Handler head(Caller caller) {
        return caller.schoolId()
                .filter(unit -> caller.is(Role.HEAD_OF_UNIT))
                .map(unit -> new Handler(caller.id(), unit))
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }
}
