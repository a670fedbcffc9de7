package vn.edu.privacy.notification.request.application;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Gathers the data that an approved request asks for. */
public interface PersonalDataGathering {
    /**
     * Notes that gathering is to start and joins the caller's transaction; holders are asked after its commit. Ends in
     * {@link MarkAvailable} or {@link MarkGatheringFailed}. Called again when a failed gathering is to be tried anew.
     */
    Mono<Void> start(UUID requestId);
}
