package vn.edu.privacy.consent.announcement;

import java.util.List;
import reactor.core.publisher.Mono;

/** Has people told. Every call joins the caller's transaction: what is rolled back is told to nobody. */
public interface Announcements {
    /** Has one thing told. An announcement to nobody is left out. */
    Mono<Void> tell(Announcement announcement);

    /** Has several things told, in one statement. Announcements to nobody are left out. */
    Mono<Void> tell(List<Announcement> announcements);
}
