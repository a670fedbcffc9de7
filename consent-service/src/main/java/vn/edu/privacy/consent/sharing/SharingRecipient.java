package vn.edu.privacy.consent.sharing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever data may be shared with (letter 8343/SGDĐT-VP par. 3.3, S-14, S-16).
 *
 * @param code stable; the code by which purposes name it
 * @param name by language, {@code vi} and {@code en}
 * @param sector whether it belongs to the sector of education
 * @param legalEntity tax code, or code of the unit
 * @param route the way that data takes to it
 * @param agreement under which it receives data; without one it receives nothing (R-ROLE-01)
 */
public record SharingRecipient(
        String code,
        Map<String, String> name,
        Sector sector,
        String legalEntity,
        Route route,
        @Nullable SharingAgreement agreement) {
    public SharingRecipient {
        name = Map.copyOf(name);
    }

    /** Whether somebody belongs to the sector. */
    public enum Sector {
        /** A unit of the sector. */
        IN,
        /** Anybody else: schools share nothing with them, not even with consent. */
        OUT
    }

    /** Ways that data takes; a file or a direct connection is none. */
    public enum Route {
        /** The sector's database, where both read and write. */
        SECTOR_DATABASE,
        /** The data axis, which the Department runs. */
        DATA_AXIS
    }
}
