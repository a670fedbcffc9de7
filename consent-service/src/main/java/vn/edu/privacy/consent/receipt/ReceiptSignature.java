package vn.edu.privacy.consent.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.text.ParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signs receipts (JWS, RS256) and reads signed ones back. */
final class ReceiptSignature {
    private static final JOSEObjectType TYPE = new JOSEObjectType("consent-receipt+json");

    private final ReceiptKey key;
    private final JsonMapper json;

    ReceiptSignature(ReceiptKey key, JsonMapper json) {
        this.key = key;
        this.json = json;
    }

    /** The receipt in compact form. */
    String sign(Receipt receipt) {
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(TYPE)
                        .keyID(key.key().getKeyID())
                        .build(),
                new Payload(json.writeValueAsString(receipt)));
        try {
            signed.sign(new RSASSASigner(key.key()));
        } catch (JOSEException broken) {
            throw new IllegalStateException("a receipt cannot be signed", broken);
        }
        return signed.serialize();
    }

    /** What a signed receipt says; empty when it is none, or not ours, or was changed. */
    Optional<Receipt> verified(String compact) {
        try {
            JWSObject signed = JWSObject.parse(compact.strip());
            boolean ours = JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())
                    && TYPE.equals(signed.getHeader().getType())
                    && signed.verify(new RSASSAVerifier(key.key().toRSAPublicKey()));
            return ours ? Optional.of(read(signed)) : Optional.empty();
        } catch (ParseException | JOSEException | JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What we signed and stored ourselves. */
    Receipt stored(String compact) {
        try {
            return read(JWSObject.parse(compact));
        } catch (ParseException broken) {
            throw new IllegalStateException("a stored receipt is broken", broken);
        }
    }

    private Receipt read(JWSObject signed) {
        return json.readValue(signed.getPayload().toString(), Receipt.class);
    }
}
