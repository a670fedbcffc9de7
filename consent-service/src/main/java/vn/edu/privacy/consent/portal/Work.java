package vn.edu.privacy.consent.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;

/**
 * A page that somebody works at, offered to those who may open it and to nobody else.
 *
 * @param key names the link's text
 * @param path below this service's base path, or the other's
 * @param elsewhere whether it is a page of notification-service
 */
record Work(String key, String path, boolean elsewhere) {
    private static final Set<Role> HANDLES = Set.of(Role.SCHOOL_OFFICER, Role.DATA_PROTECTION_OFFICER);
    private static final Set<Role> SCHOOL = Set.of(Role.SCHOOL_OFFICER, Role.SCHOOL_STAFF);
    private static final Set<Role> INCIDENTS =
            Set.of(Role.DATA_PROTECTION_OFFICER, Role.DEPARTMENT_OFFICER, Role.HEAD_OF_UNIT);
    private static final Set<Role> OVERSEES =
            Set.of(Role.INSPECTOR, Role.DEPARTMENT_OFFICER, Role.DATA_PROTECTION_OFFICER, Role.HEAD_OF_UNIT);
    private static final Set<Role> CAMPAIGNS = Set.of(
            Role.SCHOOL_OFFICER,
            Role.SCHOOL_STAFF,
            Role.HEAD_OF_UNIT,
            Role.DATA_PROTECTION_OFFICER,
            Role.DEPARTMENT_OFFICER,
            Role.INSPECTOR);

    /** The caller's work, what has deadlines first. */
    static List<Work> of(Caller caller) {
        return Stream.of(
                        offered(caller, HANDLES, new Work("requests", "/officer/requests", true)),
                        offered(caller, Set.of(Role.HEAD_OF_UNIT), new Work("appeals", "/officer/appeals", true)),
                        offered(caller, Set.of(Role.HEAD_OF_UNIT), new Work("notices", "/officer/notices", true)),
                        offered(caller, INCIDENTS, new Work("incidents", "/officer/incidents", true)),
                        offered(caller, HANDLES, new Work("emergencies", "/emergencies", false)),
                        offered(caller, SCHOOL, new Work("classes", "/classes", false)),
                        offered(caller, CAMPAIGNS, new Work("campaigns", "/campaigns", false)),
                        offered(caller, SCHOOL, new Work("paper", "/paper", false)),
                        offered(
                                caller,
                                Set.of(Role.DATA_PROTECTION_OFFICER),
                                new Work("purposes", "/officer/purposes", false)),
                        offered(caller, OVERSEES, new Work("oversight", "/oversight", true)))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Work> offered(Caller caller, Set<Role> roles, Work work) {
        return roles.stream().anyMatch(caller::is) ? Stream.of(work) : Stream.empty();
    }
}
