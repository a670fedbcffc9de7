package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import java.util.UUID;

/**
 * Proof that a notice was shown.
 *
 * @param id names it in a decision
 * @param personId to whom
 * @param studentId about whom
 * @param purpose for what
 * @param version the version shown
 * @param language in which language (BCP 47)
 * @param servedAt when
 */
public record ServedNotice(
        UUID id, UUID personId, UUID studentId, String purpose, int version, String language, Instant servedAt) {}
