package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft as it was last saved.
 *
 * @param code the purpose, new or published
 * @param edition changes with every saving
 * @param baseVersion the version that was in force when it was saved; 0 for a new purpose
 * @param content what it says so far
 * @param savedAt when it was saved
 * @param savedBy the token's subject
 */
record SavedDraft(String code, UUID edition, int baseVersion, PurposeDraft content, Instant savedAt, String savedBy) {}
