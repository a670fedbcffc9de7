package vn.edu.privacy.consent.consent.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.LedgerEntry;

/**
 * What is hashed of an entry: RFC 8785 canonical JSON of all that its columns say, without its place and without the link
 * before it.
 */
final class LedgerBody {
    private static final int FORMAT = 2;

    private LedgerBody() {}

    static String canonical(LedgerEntry entry, JsonMapper json) {
        Body body = new Body(
                FORMAT,
                entry.decisionId(),
                entry.recordId(),
                entry.key().studentId(),
                entry.key().schoolId(),
                entry.key().purpose(),
                entry.purposeVersion(),
                entry.majorVersion(),
                entry.key().period(),
                entry.kind().name(),
                entry.party(),
                entry.capacity().name(),
                entry.categories(),
                entry.method(),
                entry.noticeId(),
                entry.language(),
                entry.requestId(),
                entry.decidedAt());
        try {
            return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sha256(String canonical) {
        return digest(canonical.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] link(byte[] previous, byte[] body) {
        byte[] both = new byte[previous.length + body.length];
        System.arraycopy(previous, 0, both, 0, previous.length);
        System.arraycopy(body, 0, both, previous.length, body.length);
        return digest(both);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Body(
            int v,
            UUID decisionId,
            UUID recordId,
            UUID studentId,
            String schoolId,
            String purpose,
            int purposeVersion,
            int majorVersion,
            String period,
            String decision,
            UUID party,
            String capacity,
            List<String> categories,
            String method,
            @Nullable UUID noticeId,
            @Nullable String language,
            @Nullable UUID requestId,
            Instant decidedAt) {}
}
