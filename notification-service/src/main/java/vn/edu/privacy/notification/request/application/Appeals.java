package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Facts;

/** Appeals as kept, their words sealed under the student's key; everything joins the caller's transaction. */
public interface Appeals {
    /**
     * Keeps an appeal.
     *
     * @return whether it is the first against this request
     */
    Mono<Boolean> lodge(Facts request, Appeal.Lodged appeal);

    /** The appeal against a request, locked until the transaction ends; empty when there is none. */
    Mono<Appeal> lock(Facts request);

    /** Keeps what was decided, by whom. */
    Mono<Void> decide(Facts request, Appeal decided, String by);

    /** The appeals by request; absent where there is none, or where the student's key was destroyed. */
    Mono<Map<UUID, Appeal>> of(Collection<Facts> requests);

    /** Ids of requests of a school, of every one when absent, whose appeal waits to be decided; oldest first. */
    Mono<List<UUID>> open(@Nullable String schoolId);
}
