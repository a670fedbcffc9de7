package vn.edu.privacy.consent.consent.application;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What parties said in their own words. The ledger holds a salted digest only; text and salt are sealed under the
 * student's key, so that destroying the key makes the text unreadable everywhere while the chain still verifies.
 */
public interface EntryTexts {
    /** Salts a text with fresh random bytes. */
    Salted salt(String text);

    /** Keeps the text of a decision; joins the caller's transaction. */
    Mono<Void> keep(UUID studentId, UUID decisionId, Salted text);

    /** The texts of those decisions, oldest first; none of a student whose key was destroyed. */
    Mono<List<String>> read(UUID studentId, Collection<UUID> decisions);

    /**
     * A text with its salt.
     *
     * @param salt random bytes
     * @param text what was said
     * @param digest SHA-256 over salt and text, hexadecimal
     */
    record Salted(byte[] salt, String text, String digest) {}
}
