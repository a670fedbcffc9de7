package vn.edu.privacy.notification.look;

import reactor.core.publisher.Mono;

/** Keeps who looked. What cannot be kept is not shown: callers show nothing before this completes. */
public interface Looks {
    /**
     * Keeps a look, in the caller's transaction or one of its own. The same look within the same minute is one: a page is
     * made of several readings, and reloads itself.
     */
    Mono<Void> keep(Look look);
}
