package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Action;

/** Carries what a request asks for to every holder and recipient. */
public interface Carrying {
    /**
     * Notes whom to tell what, each once: the same order again adds nothing, another one to the same request adds what is
     * new. Joins the caller's transaction; they are told after its commit. Ends in {@link CompleteRequest}.
     *
     * @return whether anybody is still to carry out something of the request
     */
    Mono<Boolean> start(HolderOrder order);

    /** Has whoever declined to do that asked anew; joins the caller's transaction. */
    Mono<Void> again(UUID requestId, Action action);

    /** How far each holder is, by request. */
    Mono<Map<UUID, List<Step>>> of(Collection<UUID> requestIds);
}
