package vn.edu.privacy.consent.consent.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import vn.edu.privacy.consent.consent.application.Particulars;
import vn.edu.privacy.consent.roster.Capacity;

/**
 * What is hashed of an entry: RFC 8785 canonical JSON of all that its columns say, without its place and without the link
 * before it. An entry with particulars has format 3, one by a representative format 4; the others are as they have always
 * been.
 */
final class LedgerBody {
    private static final int PLAIN = 2;
    private static final int WITH_PARTICULARS = 3;
    private static final int BY_MANDATE = 4;

    private LedgerBody() {}

    static String canonical(LedgerEntry entry, JsonMapper json) {
        boolean plain = entry.particulars().equals(Particulars.NONE);
        Body body = new Body(
                entry.mandate() != null ? BY_MANDATE : plain ? PLAIN : WITH_PARTICULARS,
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
                capacity(entry),
                entry.categories(),
                entry.method(),
                entry.noticeId(),
                entry.language(),
                entry.requestId(),
                plain ? null : entry.particulars(),
                entry.mandate(),
                entry.decidedAt());
        try {
            return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String capacity(LedgerEntry entry) {
        Capacity capacity = entry.capacity();
        return capacity == null ? null : capacity.name();
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
            @Nullable String capacity,
            List<String> categories,
            String method,
            @Nullable UUID noticeId,
            @Nullable String language,
            @Nullable UUID requestId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Particulars particulars,

            @JsonInclude(JsonInclude.Include.NON_NULL) LedgerEntry.@Nullable ByMandate mandate,

            Instant decidedAt) {}
}
