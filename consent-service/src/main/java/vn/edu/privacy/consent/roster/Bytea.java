package vn.edu.privacy.consent.roster;

import java.util.HexFormat;

/** Bytes as PostgreSQL reads them in text. */
final class Bytea {
    private Bytea() {}

    static String of(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
