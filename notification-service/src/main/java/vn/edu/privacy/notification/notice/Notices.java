package vn.edu.privacy.notification.notice;

import reactor.core.publisher.Mono;

/** Tells people and officers what happened. */
public interface Notices {
    /** Writes the notice into the inbox of each recipient and orders its delivery; joins the caller's transaction. */
    Mono<Void> tell(NoticeOrder order);

    /** Puts something before the officers of a school and its head; joins the caller's transaction. */
    Mono<Void> tellOfficers(OfficerOrder order);
}
