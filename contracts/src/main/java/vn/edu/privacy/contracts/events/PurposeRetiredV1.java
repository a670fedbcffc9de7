package vn.edu.privacy.contracts.events;

import java.time.Instant;

/**
 * A purpose ended; nothing may be collected for it any more.
 *
 * @param code the purpose
 * @param version the last version
 * @param retiredAt from when on
 */
public record PurposeRetiredV1(String code, int version, Instant retiredAt) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.purpose.retired.v1";
}
