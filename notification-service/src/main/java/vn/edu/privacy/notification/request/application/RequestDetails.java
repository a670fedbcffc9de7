package vn.edu.privacy.notification.request.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.deadline.RunningClock;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Facts;

/**
 * A request with everything that is shown of it.
 *
 * @param stored the request
 * @param clocks its deadlines, nearest first
 * @param shown the purposes that it is about, in the version whose consequences were shown
 * @param steps how far each holder is
 * @param extension the one extension of its deadline, when it was extended
 * @param reason what the requester wrote; absent when nothing, or when the student's key was destroyed
 * @param refusalArticle the provision of the ground on which it was refused
 * @param appeal the appeal against that refusal, when there is one
 * @param particulars what the requester filled in beyond codes, as long as it can be read
 * @param desk how it came in at the desk; absent for what came by the portal
 */
public record RequestDetails(
        StoredRequest stored,
        List<RunningClock> clocks,
        List<KnownPurpose> shown,
        List<Step> steps,
        @Nullable Extension extension,
        @Nullable String reason,
        @Nullable String refusalArticle,
        @Nullable Appeal appeal,
        Particulars particulars,
        @Nullable DeskEntry desk) {
    public RequestDetails {
        clocks = List.copyOf(clocks);
        shown = List.copyOf(shown);
        steps = List.copyOf(steps);
    }

    /** What never changes about the request. */
    public Facts facts() {
        return stored.request().facts();
    }
}
