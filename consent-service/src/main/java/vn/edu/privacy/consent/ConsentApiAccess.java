package vn.edu.privacy.consent;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.ApiAccess;
import vn.edu.privacy.platform.identity.Role;

/** Who may call what; what is not named here is denied. Relations to a student are checked behind these rules. */
@Component
class ConsentApiAccess implements ApiAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers(HttpMethod.GET, "/v1/purposes").authenticated();
        spec.pathMatchers(HttpMethod.POST, "/v1/purposes", "/v1/purposes/*/versions", "/v1/purposes/*/retirement")
                .hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/purposes/*/versions").hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers("/v1/purpose-catalogue", "/v1/purpose-drafts/*", "/v1/purpose-drafts/*/publication")
                .hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.PUT, "/v1/roster/schools/*/students").hasRole(Role.ROSTER_SYSTEM.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/students/*/served-notices")
                .hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/students/*/decisions")
                .hasAnyRole(
                        Role.GUARDIAN.name(),
                        Role.STUDENT.name(),
                        Role.SCHOOL_OFFICER.name(),
                        Role.SCHOOL_STAFF.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/students/*/representations", "/v1/students/*/representations/*/check")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers("/v1/students/*/representations", "/v1/students/*/representations/*/end")
                .hasAnyRole(
                        Role.GUARDIAN.name(),
                        Role.STUDENT.name(),
                        Role.SCHOOL_OFFICER.name(),
                        Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/students/*/supervised-notices", "/v1/students/*/supervised-answers")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.SCHOOL_STAFF.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/unchecked-entries", "/v1/intakes/*")
                .hasRole(Role.SCHOOL_OFFICER.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/intakes", "/v1/intakes/*/sample/*/check")
                .hasRole(Role.SCHOOL_OFFICER.name());
        spec.pathMatchers(
                        HttpMethod.POST,
                        "/v1/students/*/decisions/*/check",
                        "/v1/students/*/decisions/*/correction",
                        "/v1/students/*/settlements",
                        "/v1/students/*/orders")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/students/*/consents")
                .hasAnyRole(
                        Role.GUARDIAN.name(),
                        Role.STUDENT.name(),
                        Role.SCHOOL_SYSTEM.name(),
                        Role.SCHOOL_OFFICER.name(),
                        Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(
                        HttpMethod.GET,
                        "/v1/students/*/looks",
                        "/v1/students/*/staff-looks",
                        "/v1/students/*/emergency-uses")
                .hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/ledger/export")
                .hasAnyRole(Role.DATA_PROTECTION_OFFICER.name(), Role.INSPECTOR.name());
        spec.pathMatchers(
                        HttpMethod.GET,
                        "/v1/students/*/ledger",
                        "/v1/students/*/ledger/export",
                        "/v1/students/*/ledger/verification")
                .hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/receipts/verification", "/v1/receipts/proofs")
                .permitAll();
        spec.pathMatchers(HttpMethod.GET, "/v1/receipts/keys", "/v1/checkpoints/*")
                .permitAll();
        spec.pathMatchers(HttpMethod.GET, "/v1/receipts/*")
                .hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name(), Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/campaigns", "/v1/campaigns/*/closure", "/v1/campaigns/*/reminders")
                .hasRole(Role.SCHOOL_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/campaigns", "/v1/campaigns/*", "/v1/campaigns/*/coverage")
                .hasAnyRole(
                        Role.SCHOOL_OFFICER.name(),
                        Role.SCHOOL_STAFF.name(),
                        Role.HEAD_OF_UNIT.name(),
                        Role.DATA_PROTECTION_OFFICER.name(),
                        Role.DEPARTMENT_OFFICER.name(),
                        Role.INSPECTOR.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/emergency-uses")
                .hasAnyRole(Role.SCHOOL_SYSTEM.name(), Role.SCHOOL_OFFICER.name());
        spec.pathMatchers("/v1/emergency-uses", "/v1/emergency-uses/*/review")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(
                        HttpMethod.POST,
                        "/v1/checks",
                        "/v1/checks/batch",
                        "/access/v1/evaluation",
                        "/access/v1/evaluations")
                .hasAnyRole(Role.SCHOOL_SYSTEM.name(), Role.DEPARTMENT_SYSTEM.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/collection-channels", "/v1/sharing-recipients")
                .authenticated();
        spec.pathMatchers("/v1/collection-channels/*", "/v1/collection-channels/*/end")
                .hasAnyRole(Role.DEPARTMENT_OFFICER.name(), Role.HEAD_OF_UNIT.name());
        spec.pathMatchers(HttpMethod.PUT, "/v1/sharing-recipients/*").hasRole(Role.DEPARTMENT_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/units")
                .hasAnyRole(Role.DEPARTMENT_OFFICER.name(), Role.INSPECTOR.name(), Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/units/*")
                .hasAnyRole(
                        Role.DEPARTMENT_OFFICER.name(),
                        Role.INSPECTOR.name(),
                        Role.DATA_PROTECTION_OFFICER.name(),
                        Role.HEAD_OF_UNIT.name());
        spec.pathMatchers(HttpMethod.POST, "/v1/units/*/duties", "/v1/units/*/duties/*/end")
                .hasRole(Role.HEAD_OF_UNIT.name());
        spec.pathMatchers("/v1/units/*", "/v1/units/*/placements", "/v1/units/*/heads")
                .hasRole(Role.DEPARTMENT_OFFICER.name());
        spec.pathMatchers(HttpMethod.GET, "/v1/legal-entities")
                .hasAnyRole(Role.DEPARTMENT_OFFICER.name(), Role.INSPECTOR.name());
        spec.pathMatchers("/v1/connected-systems/*", "/v1/legal-entities/**").hasRole(Role.DEPARTMENT_OFFICER.name());
    }
}
