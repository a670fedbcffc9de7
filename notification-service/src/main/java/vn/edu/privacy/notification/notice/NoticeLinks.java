package vn.edu.privacy.notification.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.edu.privacy.platform.page.PortalProperties;

/** Where a notice leads: to a page of the portal, which asks for a login. */
@Component
class NoticeLinks {
    private final PortalProperties portal;

    NoticeLinks(PortalProperties portal) {
        this.portal = portal;
    }

    /**
     * What a message says: an address that names neither a person nor a matter, and leads whom the message was for, once
     * logged in, to what it is about.
     */
    String toMessage(UUID noticeId) {
        return portal.rightsUrl() + "/n/" + MessageCode.of(noticeId);
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
