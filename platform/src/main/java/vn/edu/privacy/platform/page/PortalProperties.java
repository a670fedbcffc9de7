package vn.edu.privacy.platform.page;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the pages of both services stand, so that they link to each other as one portal.
 *
 * @param consentUrl address of consent-service's pages, base path included
 * @param rightsUrl address of notification-service's pages, base path included
 * @param sessionCookie name of this service's session cookie; ports of one host share cookies, so each has its own
 */
@ConfigurationProperties("privacy.portal")
public record PortalProperties(String consentUrl, String rightsUrl, String sessionCookie) {

    /** Whether the portal is served over TLS, so that its cookies may demand it. */
    public boolean isSecure() {
        return consentUrl.startsWith("https:");
    }
}
