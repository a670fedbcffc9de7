package vn.edu.privacy.notification.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.testing.Rule;

@Rule("R-CON-10")
class CheckpointSignatureTest {
    private static final String PREVIOUS = "0".repeat(64);
    private static final String TYPE = "consent-checkpoint+json";

    private final RSAKey ledger = key();
    private final JWKSet published = new JWKSet(ledger.toPublicJWK());

    @Test
    void whatTheLedgerSignedIsVerified() throws JOSEException {
        assertThat(look(7, signed(ledger, TYPE, text(7)))).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void whatAnotherKeySignedInItsNameIsForged() throws JOSEException {
        RSAKey other = new RSAKey.Builder(key()).keyID(ledger.getKeyID()).build();

        assertThat(look(7, signed(other, TYPE, text(7)))).isEqualTo(Verdict.FORGED);
    }

    @Test
    void aChangedTextIsForged() throws JOSEException {
        String[] good = signed(ledger, TYPE, text(7)).split("\\.");
        String[] another = signed(ledger, TYPE, text(8)).split("\\.");

        assertThat(look(8, good[0] + "." + another[1] + "." + good[2])).isEqualTo(Verdict.FORGED);
    }

    @Test
    void whatTheEventSaysBesideTheTextMustBeWhatItSays() throws JOSEException {
        assertThat(look(8, signed(ledger, TYPE, text(7)))).isEqualTo(Verdict.FORGED);
        assertThat(CheckpointSignature.look(
                        new WitnessedCheckpoint(
                                7, "hash", "f".repeat(64), signed(ledger, TYPE, text(7)), Instant.EPOCH),
                        published))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void aKeyThatIsNotPublishedIsUnknownUntilItIs() throws JOSEException {
        RSAKey next = key();
        String signed = signed(next, TYPE, text(7));

        assertThat(look(7, signed)).isEqualTo(Verdict.KEY_UNKNOWN);
        assertThat(CheckpointSignature.look(
                        heard(7, signed), new JWKSet(List.of(ledger.toPublicJWK(), next.toPublicJWK()))))
                .isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void anotherThingThatTheLedgerSignedIsNoCheckpoint() throws JOSEException {
        assertThat(look(7, signed(ledger, "consent-receipt+json", text(7)))).isEqualTo(Verdict.FORGED);
    }

    @Test
    void neitherNoSignatureNorASharedSecretPassesForOne() throws JOSEException {
        JWSObject shared = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(TYPE))
                        .keyID(ledger.getKeyID())
                        .build(),
                new Payload(text(7)));
        shared.sign(new MACSigner(ledger.toPublicJWK().toJSONString()));

        assertThat(look(7, shared.serialize())).isEqualTo(Verdict.FORGED);
        assertThat(look(7, "e30.e30.c2ln")).isEqualTo(Verdict.FORGED);
        assertThat(look(7, "no signature at all")).isEqualTo(Verdict.FORGED);
    }

    private Verdict look(long number, String signed) {
        return CheckpointSignature.look(heard(number, signed), published);
    }

    private static WitnessedCheckpoint heard(long number, String signed) {
        return new WitnessedCheckpoint(number, "hash", PREVIOUS, signed, Instant.EPOCH);
    }

    private static String text(long number) {
        return "{\"chains\":1,\"madeAt\":\"2026-11-24T00:00:00Z\",\"number\":" + number + ",\"previous\":\"" + PREVIOUS
                + "\",\"root\":\"" + PREVIOUS + "\",\"v\":1}";
    }

    private static String signed(RSAKey key, String type, String text) throws JOSEException {
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(text));
        signed.sign(new RSASSASigner(key));
        return signed.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
