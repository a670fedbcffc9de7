package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.domain.Withdrawal;

/** Carries a withdrawal to every holder and recipient. */
public interface Carrying {
    /**
     * Notes whom to tell of what is in effect, each once, and joins the caller's transaction; they are told after its
     * commit. Ends in {@link CompleteWithdrawal}.
     *
     * @return whether anybody is still to stop
     */
    Mono<Boolean> start(Withdrawal withdrawal);

    /** How far each holder is, by request. */
    Mono<Map<UUID, List<Step>>> of(Collection<UUID> requestIds);
}
