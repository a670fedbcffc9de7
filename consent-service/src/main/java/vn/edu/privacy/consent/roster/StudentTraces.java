package vn.edu.privacy.consent.roster;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What a feature keeps beside the roster that would still tell something of an erased student, a birthday say. */
public interface StudentTraces {
    /** Takes it away; joins the transaction of the erasure. */
    Mono<Void> erase(UUID studentId);
}
