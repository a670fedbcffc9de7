package vn.edu.privacy.platform.vault;

import java.nio.charset.StandardCharsets;

/** Finds an encrypted value by equality without keeping it readable: HMAC-SHA256 under a key of its own. */
public final class BlindIndex {
    private final MasterKey master;

    BlindIndex(MasterKey master) {
        this.master = master;
    }

    /** The 32 bytes to store and to look up; the same value always gives the same. */
    public byte[] of(String value) {
        return master.index(value.getBytes(StandardCharsets.UTF_8));
    }
}
