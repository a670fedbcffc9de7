package vn.edu.privacy.platform.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** New opaque ids: UUID version 7 (RFC 9562), so that newer rows sort after older ones. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** The next id. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
