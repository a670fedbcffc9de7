package vn.edu.privacy.consent.consent.application;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The controller's proof of who decided what (Decree 13 art. 11.10, R-CON-10). */
public interface Proof {
    /** The chain of a student, oldest first. */
    Flux<Link> chain(UUID studentId);

    /** Walks the chain. An empty one holds. */
    Mono<Verdict> verify(UUID studentId);

    /**
     * An entry with its hashes, in hexadecimal.
     *
     * @param entry the decision
     * @param body canonical JSON (RFC 8785) that is hashed
     * @param prevHash hash of the entry before it; zeros for the first
     * @param bodyHash SHA-256 of the body
     * @param hash SHA-256 of {@code prevHash ‖ bodyHash}
     */
    record Link(LedgerEntry entry, String body, String prevHash, String bodyHash, String hash) {}

    /**
     * What walking the chain found.
     *
     * @param valid whether every link holds
     * @param entries how many held
     * @param head hash of the last one that held
     * @param firstBrokenSeq the first that does not hold; 0 when all do
     */
    record Verdict(boolean valid, long entries, String head, long firstBrokenSeq) {}
}
