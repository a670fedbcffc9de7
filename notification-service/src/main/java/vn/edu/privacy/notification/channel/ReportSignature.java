package vn.edu.privacy.notification.channel;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves that a report is its gateway's: {@code t=<seconds>,v1=<hex>}, the HMAC-SHA-256 of {@code <seconds>.<body>}
 * under the key that operator and gateway share. An old one proves nothing any more.
 */
final class ReportSignature {
    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private ReportSignature(byte[] key) {
        this.key = key;
    }

    /** With that key; none when it is empty: then nothing is ever proven. */
    static Optional<ReportSignature> of(String key) {
        return key.isBlank()
                ? Optional.empty()
                : Optional.of(new ReportSignature(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the header is a fresh signature of the body. */
    boolean proves(String header, byte[] body, Instant now) {
        Matcher parts = SIGNATURE.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        return Duration.between(signed, now).abs().compareTo(LONGEST) <= 0
                && MessageDigest.isEqual(
                        hex(parts.group(1), body).getBytes(StandardCharsets.US_ASCII),
                        parts.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private String hex(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e);
        }
    }
}
