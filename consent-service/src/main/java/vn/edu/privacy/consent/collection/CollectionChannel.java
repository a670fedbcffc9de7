package vn.edu.privacy.consent.collection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way by which personal data may be collected (letter 8343/SGDĐT-VP par. 1.4, S-06).
 *
 * @param code stable; checks name it
 * @param schoolId the school that it serves; absent for every one
 * @param kind what it is
 * @param name by language, {@code vi} and {@code en}
 * @param host where people fill something in there; absent when they do not on the web
 * @param registeredAt since when it may be used
 * @param endedAt since when it may not; absent while it may
 */
public record CollectionChannel(
        String code,
        @Nullable String schoolId,
        Kind kind,
        Map<String, String> name,
        @Nullable String host,
        Instant registeredAt,
        @Nullable Instant endedAt) {
    public CollectionChannel {
        name = Map.copyOf(name);
    }

    /** Kinds of channels; a form on somebody else's server is none of them. */
    public enum Kind {
        /** The sector's own database. */
        SECTOR_DATABASE,
        /** A system of the school that is connected to it. */
        SCHOOL_SYSTEM,
        /** This portal. */
        PORTAL,
        /** Paper at the school's desk, entered there. */
        PAPER_DESK
    }
}
