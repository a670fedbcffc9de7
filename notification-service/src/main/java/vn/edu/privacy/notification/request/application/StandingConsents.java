package vn.edu.privacy.notification.request.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The decisions that stand, as far as this service has heard of them. */
public interface StandingConsents {
    /** By purpose, the ledger places of the consents given and not withdrawn since; a purpose without any is absent. */
    Mono<Map<String, List<Long>>> given(UUID studentId, Collection<String> purposes);
}
