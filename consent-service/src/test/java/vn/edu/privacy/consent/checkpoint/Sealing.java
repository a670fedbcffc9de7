package vn.edu.privacy.consent.checkpoint;

import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/**
 * Makes checkpoints when a test wants one. Tests that need them say {@link #OWN_CLOCK}: the service's own clock rests, and
 * they do not share a database with tests that forge the ledger, over which nothing is sealed.
 */
public final class Sealing {
    public static final String OWN_CLOCK = "privacy.checkpoints.interval=PT24H";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Sealing() {}

    /** The next checkpoint; empty when nothing has changed. */
    public static Optional<SignedCheckpoint> now(ApplicationContext context) {
        return context.getBean(MakeCheckpoint.class).run().blockOptional(PATIENCE);
    }
}
