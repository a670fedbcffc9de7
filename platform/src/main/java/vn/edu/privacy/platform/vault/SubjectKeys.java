package vn.edu.privacy.platform.vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Seals personal text under a key of its subject (AES-256-GCM, the subject's id authenticated along with it). A
 * subject's key comes into being with the first sealing, is kept wrapped by the master key, joins the caller's
 * transaction, and takes everything sealed under it along when it is destroyed.
 */
public interface SubjectKeys {
    /** Seals; fails with {@link SubjectErased} once the subject's key was destroyed. */
    Mono<byte[]> seal(UUID subject, byte[] plain);

    /**
     * Opens. Fails with {@link SubjectErased} once the key was destroyed, and with {@link SealBroken} when the bytes
     * were changed, belong to another subject, or were sealed under another master key.
     */
    Mono<byte[]> open(UUID subject, byte[] sealed);

    /** Seals many, in order, at the cost of one statement; fails whole with {@link SubjectErased}. */
    Mono<List<byte[]>> sealAll(List<Sealing> sealings);

    /** Opens many, in order, at the cost of one statement; empty where the subject's key was destroyed. */
    Mono<List<Optional<byte[]>>> openAll(List<Sealed> sealed);

    /** Destroys the subject's key for good. Repeating it changes nothing. */
    Mono<Void> destroy(UUID subject);

    /** Destroys the keys of many for good, at the cost of one statement. Repeating it changes nothing. */
    Mono<Void> destroyAll(Collection<UUID> subjects);

    /**
     * What is to be sealed, for a batch.
     *
     * @param subject whose text it is
     * @param plain the text
     */
    record Sealing(UUID subject, byte[] plain) {}

    /**
     * What was sealed, for a batch.
     *
     * @param subject whose text it is
     * @param sealed as {@link SubjectKeys#sealAll} gave it
     */
    record Sealed(UUID subject, byte[] sealed) {}
}
