package vn.edu.privacy.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which of the outbox's buckets a key belongs to; the same on every instance and version. */
final class Bucket {
    static final int COUNT = 8;

    private Bucket() {}

    static int of(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % COUNT);
    }
}
