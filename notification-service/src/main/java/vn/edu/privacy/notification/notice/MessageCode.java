package vn.edu.privacy.notification.notice;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The id of a notice in 22 characters, so that the link in an SMS is short. */
final class MessageCode {
    private static final int BYTES = 16;

    private MessageCode() {}

    static String of(UUID id) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id that a code stands for; empty for what is no code. */
    static Optional<UUID> read(String code) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            ByteBuffer id = ByteBuffer.wrap(bytes);
            return Optional.of(new UUID(id.getLong(), id.getLong()));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }
}
