package vn.edu.privacy.consent.portal;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.identity.Role;

/** A child's pages are for its family, the desk is for the school; the first page is for everybody with a login. */
@Component
class PortalAccess implements PageAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers("/children/**", "/sitting", "/sitting/**", "/withdrawals")
                .hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name());
        paper(spec);
        spec.pathMatchers("/classes").hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.SCHOOL_STAFF.name());
        spec.pathMatchers("/emergencies", "/emergencies/*/review")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers("/officer/purposes", "/officer/purposes/**").hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers("/campaigns/new", "/campaigns/*/reminders", "/campaigns/*/closure", "/campaigns/*/missing")
                .hasRole(Role.SCHOOL_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/campaigns", "/campaigns/*")
                .hasAnyRole(
                        Role.SCHOOL_OFFICER.name(),
                        Role.SCHOOL_STAFF.name(),
                        Role.HEAD_OF_UNIT.name(),
                        Role.DATA_PROTECTION_OFFICER.name(),
                        Role.DEPARTMENT_OFFICER.name(),
                        Role.INSPECTOR.name());
        spec.pathMatchers("/")
                .hasAnyRole(
                        Role.GUARDIAN.name(),
                        Role.STUDENT.name(),
                        Role.SCHOOL_OFFICER.name(),
                        Role.DATA_PROTECTION_OFFICER.name(),
                        Role.SCHOOL_STAFF.name(),
                        Role.HEAD_OF_UNIT.name(),
                        Role.DEPARTMENT_OFFICER.name(),
                        Role.INSPECTOR.name());
    }

    /** A printed form is for the family too; the desk is for the school's people. */
    private static void paper(AuthorizeExchangeSpec spec) {
        spec.pathMatchers("/paper/forms/*")
                .hasAnyRole(
                        Role.GUARDIAN.name(),
                        Role.STUDENT.name(),
                        Role.SCHOOL_OFFICER.name(),
                        Role.SCHOOL_STAFF.name());
        spec.pathMatchers(
                        "/paper",
                        "/paper/students",
                        "/paper/forms/*/entry",
                        "/students/*/forms",
                        "/students/*/purposes/*/form",
                        "/students/*/purposes/*/supervised")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.SCHOOL_STAFF.name());
        spec.pathMatchers(
                        "/paper/checks/**",
                        "/paper/intakes/**",
                        "/representations",
                        "/students/*/representations",
                        "/students/*/representations/**")
                .hasRole(Role.SCHOOL_OFFICER.name());
    }
}
