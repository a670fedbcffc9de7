package vn.edu.privacy.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    private static final UUID SUBJECT = UUID.fromString("0192f0c1-0000-7000-8000-000000000001");

    @Test
    void aMissingKeySaysHowToMakeOne() {
        assertThatThrownBy(() -> MasterKey.of(" "))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("privacy.vault.key is not set")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aShortOrUnreadableKeyIsRefused() {
        assertThatThrownBy(() -> MasterKey.of(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("16 bytes instead of 32");
        assertThatThrownBy(() -> MasterKey.of("!!!")).hasMessageContaining("not base64");
    }

    @Test
    void aKeyWrappedUnderAnotherMasterKeyIsToldApart() {
        MasterKey one = key(1);
        byte[] wrapped = one.wrap(SUBJECT, Envelope.randomKey());

        assertThat(one.unwrap(SUBJECT, wrapped)).hasSize(32);
        assertThatThrownBy(() -> key(2).unwrap(SUBJECT, wrapped)).isInstanceOf(SealBroken.class);
    }

    @Test
    void theBlindIndexIsStableAndDependsOnTheKey() {
        BlindIndex index = new BlindIndex(key(1));

        assertThat(index.of("0123456789")).hasSize(32).isEqualTo(new BlindIndex(key(1)).of("0123456789"));
        assertThat(index.of("0123456788")).isNotEqualTo(index.of("0123456789"));
        assertThat(new BlindIndex(key(2)).of("0123456789")).isNotEqualTo(index.of("0123456789"));
    }

    private static MasterKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return MasterKey.of(Base64.getEncoder().encodeToString(bytes));
    }
}
