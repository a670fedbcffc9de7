package vn.edu.privacy.notification.incident.web;

import java.util.UUID;

/** Addresses of the pages about violations; what does not look like an id is no page. */
final class IncidentPaths {
    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    static final String REGISTER = "/officer/incidents";
    static final String NEW = REGISTER + "/new";
    static final String ONE = REGISTER + ID;
    static final String ASSESSMENT = ONE + "/assessment";
    static final String NOTIFICATIONS = ONE + "/notifications";
    static final String STEPS = ONE + "/steps";
    static final String AFFECTED = ONE + "/affected";
    static final String NOTICES = ONE + "/notices";
    static final String REMEDY = ONE + "/remedy";
    static final String CLOSURE = ONE + "/closure";
    static final String PRINT = ONE + "/print/{what}";
    static final String TOLD = "/incidents" + ID;
    static final String PUBLIC = "/public/incidents";
    static final String PUBLIC_ONE = PUBLIC + ID;

    private IncidentPaths() {}

    static String one(UUID id) {
        return REGISTER + "/" + id;
    }
}
