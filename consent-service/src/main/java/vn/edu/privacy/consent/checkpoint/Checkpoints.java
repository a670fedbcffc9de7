package vn.edu.privacy.consent.checkpoint;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What others may ask of the checkpoints. */
public interface Checkpoints {
    /** The newest one; empty before the first. */
    Mono<SignedCheckpoint> newest();

    /** How an entry hangs under the newest checkpoint; empty when there is no such entry. */
    Mono<Inclusion> inclusion(UUID studentId, long seq);
}
