package vn.edu.privacy.notification.request.application;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Gathers the data that an approved request asks for. */
public interface PersonalDataGathering {
    /**
     * Notes that gathering is to start and joins the caller's transaction; holders are asked after its commit. Goes on
     * in {@link MarkGathered}. Called again when those holders that have not answered are to be asked anew, at once.
     */
    Mono<Void> start(UUID requestId);
}
