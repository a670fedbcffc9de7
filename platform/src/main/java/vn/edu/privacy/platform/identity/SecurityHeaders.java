package vn.edu.privacy.platform.identity;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;

/** Response headers of both chains. Answers are never stored by caches (Spring Security's default). */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void api(HeaderSpec headers) {
        common(headers);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
    }

    /** Pages take styles and scripts from here only; forms may lead to the login and to the other service's pages. */
    static void pages(HeaderSpec headers, String... formTargets) {
        common(headers);
        String forms =
                Stream.of(formTargets).map(SecurityHeaders::origin).distinct().collect(Collectors.joining(" "));
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data:; "
                + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self' " + forms));
    }

    private static void common(HeaderSpec headers) {
        headers.frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
