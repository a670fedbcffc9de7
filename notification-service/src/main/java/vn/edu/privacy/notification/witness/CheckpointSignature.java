package vn.edu.privacy.notification.witness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the ledger signed a checkpoint: by a key that it publishes, as a checkpoint, and with what the event says of it. */
final class CheckpointSignature {
    private static final JOSEObjectType TYPE = new JOSEObjectType("consent-checkpoint+json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CheckpointSignature() {}

    /**
     * Looks at it.
     *
     * @param heard the checkpoint
     * @param published the keys of the ledger
     */
    static Verdict look(WitnessedCheckpoint heard, JWKSet published) {
        try {
            JWSObject signed = JWSObject.parse(heard.signed());
            JWSHeader header = signed.getHeader();
            if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || header.getKeyID() == null) {
                return Verdict.FORGED;
            }
            if (!(published.getKeyByKeyId(header.getKeyID()) instanceof RSAKey key)) {
                return Verdict.KEY_UNKNOWN;
            }
            return signed.verify(new RSASSAVerifier(key))
                            && says(heard, JSON.readTree(signed.getPayload().toBytes()))
                    ? Verdict.VERIFIED
                    : Verdict.FORGED;
        } catch (ParseException | JOSEException | JacksonException | IllegalArgumentException unreadable) {
            return Verdict.FORGED;
        }
    }

    private static boolean says(WitnessedCheckpoint heard, JsonNode text) {
        return text.path("number").asLong(0) == heard.number()
                && text.path("previous").asString("").equals(heard.previous());
    }
}
