package vn.edu.privacy.consent.portal;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.identity.Role;

/** A child's pages are for its family; the first page is for everybody with a login. */
@Component
class PortalAccess implements PageAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers("/children/**", "/sitting", "/sitting/**")
                .hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name());
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
}
