package vn.edu.privacy.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import vn.edu.privacy.platform.testing.RealParts;

/** The probe on a free port under a base path; every test that carries this shares one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealParts
@ContextConfiguration(classes = WebProbe.class, initializers = LoginRealm.class)
@TestPropertySource(
        properties = {
            "spring.application.name=web-probe",
            "spring.webflux.base-path=/probe",
            "privacy.idempotency.exempt=/v1/**",
            "privacy.portal.session-cookie=PROBE_SESSION",
            "privacy.portal.consent-url=http://localhost:8081/consents",
            "privacy.portal.rights-url=http://localhost:8082/rights"
        })
@interface OnWebProbe {}
