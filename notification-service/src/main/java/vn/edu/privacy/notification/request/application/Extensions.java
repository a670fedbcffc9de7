package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.deadline.Extension;
import vn.edu.privacy.notification.request.domain.Facts;

/** Extensions as kept, their reasons sealed under the student's key; everything joins the caller's transaction. */
public interface Extensions {
    /** Keeps the one extension of a request. */
    Mono<Void> keep(Facts request, Extension extension);

    /** The extensions by request; absent where there is none, or where the student's key was destroyed. */
    Mono<Map<UUID, Extension>> of(Collection<Facts> requests);
}
