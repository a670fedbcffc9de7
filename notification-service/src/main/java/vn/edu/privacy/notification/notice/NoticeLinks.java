package vn.edu.privacy.notification.notice;

import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.page.PortalProperties;

/** Where a notice leads: to a page of the portal, which asks for a login. */
@Component
class NoticeLinks {
    private final PortalProperties portal;

    NoticeLinks(PortalProperties portal) {
        this.portal = portal;
    }

    /** The page of the request, of the violation or of the child; the family's first page where more than one child is meant. */
    String to(Matter matter) {
        if (matter.requestId() != null) {
            return portal.rightsUrl() + "/requests/" + matter.requestId();
        }
        if (matter.incidentId() != null) {
            return portal.rightsUrl() + "/incidents/" + matter.incidentId();
        }
        if (matter.studentId() != null && matter.campaignId() == null) {
            return portal.consentUrl() + "/children/" + matter.studentId();
        }
        return portal.consentUrl() + "/";
    }
}
