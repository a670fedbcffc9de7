package vn.edu.privacy.notification.guardianship;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Hears that the roster says something new of a student; joins the transaction in which that was kept. */
public interface AuthorityChanges {
    /** Whoever acted for the student may no longer do so. */
    Mono<Void> changed(UUID studentId);
}
