package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The decisions that stand, as far as this service has heard of them. */
public interface StandingConsents {
    /** By purpose, the ledger places of the consents given and not withdrawn since; a purpose without any is absent. */
    Mono<Map<String, List<Long>>> given(UUID studentId, Collection<String> purposes);

    /** Keeps a decision, unless a newer one of the same party on the same record was heard; joins the transaction. */
    Mono<Void> hear(Heard decision);

    /**
     * A decision in the ledger.
     *
     * @param studentId about whom
     * @param schoolId the controller
     * @param purpose what for
     * @param period for which school year
     * @param party who decided
     * @param seq its place in the student's ledger
     * @param decision GIVEN, REFUSED or WITHDRAWN
     * @param purposeVersion the version decided on
     * @param decidedAt when
     */
    record Heard(
            UUID studentId,
            String schoolId,
            String purpose,
            String period,
            UUID party,
            long seq,
            String decision,
            int purposeVersion,
            Instant decidedAt) {}
}
