package vn.edu.privacy.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.testing.Rule;

class SigningKeysTest {
    private static final String TYPE = "consent-receipt+json";
    private static final KeyPair OLD = pair(2048);
    private static final KeyPair NEW = pair(2048);

    @Test
    @Rule("R-CON-05")
    void whatARetiredKeySignedStillVerifies() {
        String before = SigningKeys.of(secret(OLD), "").sign(TYPE, "before");
        SigningKeys rotated = SigningKeys.of(secret(NEW), open(OLD));

        assertThat(rotated.verified(TYPE, before)).contains("before");
        assertThat(rotated.verified(TYPE, rotated.sign(TYPE, "after"))).contains("after");
        assertThat(SigningKeys.of(secret(NEW), "").verified(TYPE, before)).isEmpty();
    }

    @Test
    void aKeyIsPublishedBeforeItSignsAndAfterwards() {
        SigningKeys before = SigningKeys.of(secret(OLD), open(NEW));
        SigningKeys after = SigningKeys.of(secret(NEW), open(OLD) + open(NEW));

        assertThat(before.published().getKeys())
                .containsExactlyInAnyOrderElementsOf(after.published().getKeys());
        assertThat(before.verified(TYPE, after.sign(TYPE, "text"))).contains("text");
    }

    @Test
    void whatIsPublishedHoldsNoSecret() {
        assertThat(SigningKeys.of(secret(OLD), open(NEW)).published().getKeys())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.isPrivate()).isFalse());
    }

    @Test
    void oneSignedThingDoesNotPassForAnother() {
        SigningKeys keys = SigningKeys.of(secret(OLD), "");
        assertThat(keys.verified("consent-checkpoint+json", keys.sign(TYPE, "text")))
                .isEmpty();
    }

    @Test
    void aShortOrUnreadableKeyStopsTheStart() {
        assertThatThrownBy(() -> SigningKeys.of(secret(pair(1024)), "")).hasMessageContaining("2048");
        assertThatThrownBy(() -> SigningKeys.of("", "")).hasMessageContaining("signing-key");
        assertThatThrownBy(() -> SigningKeys.of(secret(OLD), open(pair(1024)))).hasMessageContaining("2048");
        assertThatThrownBy(() -> SigningKeys.of(secret(OLD), secret(NEW))).hasMessageContaining("published-keys");
    }

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret(KeyPair pair) {
        return pem("PRIVATE", pair.getPrivate().getEncoded());
    }

    private static String open(KeyPair pair) {
        return pem("PUBLIC", pair.getPublic().getEncoded());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + " KEY-----\n";
    }
}
