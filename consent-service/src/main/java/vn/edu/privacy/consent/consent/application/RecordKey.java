package vn.edu.privacy.consent.consent.application;

import java.util.UUID;

/**
 * What a consent record is about.
 *
 * @param studentId the data subject
 * @param schoolId the controller
 * @param purpose the purpose's code
 * @param period the school year ({@code 2026-2027}) or {@code open-ended}
 */
public record RecordKey(UUID studentId, String schoolId, String purpose, String period) {}
