package vn.edu.privacy.notification.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * The page of the request, of the violation or of the child, or where the school's people work on the matter; the
     * family's first page where more than one child is meant.
     */
    String to(NoticeKind kind, Matter matter) {
        String work = toWork(kind, matter);
        if (work != null) {
            return work;
        }
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

    /** Where a school's officer does what a matter of consent asks for; null for what is no such work. */
    @Nullable
    String toWork(NoticeKind kind, Matter matter) {
        return switch (kind) {
            case EMERGENCY_USED -> portal.consentUrl() + "/emergencies";
            case PAPER_TO_CHECK -> portal.consentUrl() + "/paper/checks";
            case REPRESENTATION_TO_CHECK, REPRESENTATION_CONFIRMED, REPRESENTATION_REJECTED ->
                matter.studentId() == null
                        ? portal.consentUrl() + "/representations"
                        : portal.consentUrl() + "/students/" + matter.studentId() + "/representations";
            default -> null;
        };
    }
}
