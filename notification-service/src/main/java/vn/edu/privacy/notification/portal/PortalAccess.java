package vn.edu.privacy.notification.portal;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.identity.Role;

/** Requests are for those who ask, the queue for those who handle them; how to ask is for everybody (R-DL-02). */
@Component
class PortalAccess implements PageAccess {
    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers("/how-to", "/js/**").permitAll();
        spec.pathMatchers("/").authenticated();
        spec.pathMatchers("/oversight")
                .hasAnyRole(
                        Role.INSPECTOR.name(),
                        Role.DEPARTMENT_OFFICER.name(),
                        Role.DATA_PROTECTION_OFFICER.name(),
                        Role.HEAD_OF_UNIT.name());
        spec.pathMatchers("/requests/**", "/withdrawals/**", "/students/**")
                .hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name());
        spec.pathMatchers("/officer/notices", "/officer/notices/**")
                .hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name(), Role.HEAD_OF_UNIT.name());
        spec.pathMatchers("/officer/incidents", "/officer/incidents/**")
                .hasAnyRole(
                        Role.DATA_PROTECTION_OFFICER.name(), Role.DEPARTMENT_OFFICER.name(), Role.HEAD_OF_UNIT.name());
        spec.pathMatchers("/public/incidents/**").permitAll();
        spec.pathMatchers("/incidents/**").hasAnyRole(Role.GUARDIAN.name(), Role.STUDENT.name());
        spec.pathMatchers("/officer/appeals", "/officer/appeals/**").hasRole(Role.HEAD_OF_UNIT.name());
        spec.pathMatchers(HttpMethod.POST, "/officer/holders/**").hasRole(Role.DATA_PROTECTION_OFFICER.name());
        spec.pathMatchers("/officer/**").hasAnyRole(Role.SCHOOL_OFFICER.name(), Role.DATA_PROTECTION_OFFICER.name());
    }
}
