package vn.edu.privacy.notification;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.ApiAccess;
import vn.edu.privacy.platform.identity.Role;

/** Who may call what; what is not named here is denied. Relations to a student are checked behind these rules. */
@Component
class NotificationApiAccess implements ApiAccess {
    private static final String[] FAMILY = {Role.GUARDIAN.name(), Role.STUDENT.name()};
    private static final String[] OFFICERS = {Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name()};
    private static final String[] READERS = {
        Role.GUARDIAN.name(),
        Role.STUDENT.name(),
        Role.SCHOOL_OFFICER.name(),
        Role.DATA_PROTECTION_OFFICER.name(),
        Role.HEAD_OF_UNIT.name()
    };
    private static final String[] BOTH = {
        Role.GUARDIAN.name(), Role.STUDENT.name(), Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name()
    };

    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers(HttpMethod.GET, "/v1/witness/checkpoints/*").permitAll();
        spec.pathMatchers(HttpMethod.GET, "/v1/requests", "/v1/requests/*", "/v1/requests/*/timeline")
                .hasAnyRole(READERS);
        spec.pathMatchers(HttpMethod.POST, "/v1/requests/*/appeal").hasAnyRole(FAMILY);
        spec.pathMatchers(HttpMethod.POST, "/v1/requests/*/appeal/decision").hasRole(Role.HEAD_OF_UNIT.name());
        spec.pathMatchers(
                        HttpMethod.POST,
                        "/v1/requests",
                        "/v1/requests/*/confirmation",
                        "/v1/requests/*/cancellation",
                        "/v1/requests/*/lifting")
                .hasAnyRole(FAMILY);
        spec.pathMatchers(
                        HttpMethod.POST,
                        "/v1/requests/*/assignment",
                        "/v1/requests/*/approval",
                        "/v1/requests/*/refusal",
                        "/v1/requests/*/answer",
                        "/v1/requests/*/extension")
                .hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.GET, "/v1/desk/students/*/people").hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.POST, "/v1/desk/requests", "/v1/requests/*/desk-check")
                .hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.GET, "/v1/requests/*/questions").hasAnyRole(BOTH);
        spec.pathMatchers(HttpMethod.POST, "/v1/requests/*/questions").hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.POST, "/v1/requests/*/questions/*/answer").hasAnyRole(FAMILY);
        spec.pathMatchers(HttpMethod.GET, "/v1/requests/*/personal-data").hasAnyRole(FAMILY);
        String officer = Role.DATA_PROTECTION_OFFICER.name();
        spec.pathMatchers(HttpMethod.GET, "/v1/incidents", "/v1/incidents/*", "/v1/incidents/*/timeline")
                .hasAnyRole(officer, Role.DEPARTMENT_OFFICER.name(), Role.HEAD_OF_UNIT.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/incidents/*/closure").hasAnyRole(officer, Role.HEAD_OF_UNIT.name());
        spec.pathMatchers("/v1/incidents", "/v1/incidents/*/*").hasRole(officer);
        spec.pathMatchers(HttpMethod.GET, "/v1/students/*/looks").hasAnyRole(FAMILY);
        spec.pathMatchers(HttpMethod.GET, "/v1/requests/*/gathering").hasAnyRole(BOTH);
        spec.pathMatchers(HttpMethod.GET, "/v1/requests/*/gathered-data").hasAnyRole(OFFICERS);
        spec.pathMatchers(
                        HttpMethod.POST,
                        "/v1/requests/*/gathering",
                        "/v1/requests/*/settlement",
                        "/v1/requests/*/release")
                .hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.GET, "/v1/inbox").hasAnyRole(BOTH);
        spec.pathMatchers(HttpMethod.POST, "/v1/inbox/*/reading").hasAnyRole(BOTH);
        spec.pathMatchers("/v1/inbox/preferences").hasAnyRole(BOTH);
        spec.pathMatchers(HttpMethod.GET, "/v1/deliveries").hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.POST, "/v1/deliveries/replay", "/v1/deliveries/*/*/replay")
                .hasAnyRole(OFFICERS);
        // signed by the gateway itself, which has no login of the realm
        spec.pathMatchers(HttpMethod.POST, "/v1/gateways/*/reports").permitAll();
        spec.pathMatchers(HttpMethod.GET, "/v1/instructions", "/v1/instructions/*/acknowledgements")
                .hasAnyRole(OFFICERS);
        spec.pathMatchers(
                        HttpMethod.POST,
                        "/v1/instructions/*/retry",
                        "/v1/instructions/*/completion",
                        "/v1/instructions/*/refusal")
                .hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.PUT, "/v1/holders/*").hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(
                        HttpMethod.POST, "/v1/holders/*/suspension", "/v1/holders/*/resumption", "/v1/holders/*/probe")
                .hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/holders").hasAnyRole(OFFICERS);
        spec.pathMatchers(HttpMethod.GET, "/v1/oversight/requests")
                .hasAnyRole(
                        Role.INSPECTOR.name(),
                        Role.DEPARTMENT_OFFICER.name(),
                        Role.DATA_PROTECTION_OFFICER.name(),
                        Role.HEAD_OF_UNIT.name());
    }
}
