package vn.edu.privacy.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.signing.SigningKeys;
import vn.edu.privacy.platform.testing.Rule;

class ReceiptSignatureTest {
    private static final ReceiptSignature OURS = new ReceiptSignature(SigningKeys.of(pem(), ""), new JsonMapper());

    @Test
    void whatWasSignedIsReadBackAsItWas() {
        assertThat(OURS.verified(OURS.sign(receipt()))).contains(receipt());
    }

    @Test
    @Rule({"R-CON-05", "R-CON-21"})
    void aChangedReceiptIsNotGenuine() {
        String[] parts = OURS.sign(receipt()).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("GIVEN", "REFUSED").getBytes(StandardCharsets.UTF_8));
        assertThat(payload).contains("GIVEN");
        assertThat(OURS.verified(parts[0] + "." + forged + "." + parts[2])).isEmpty();
    }

    @Test
    @Rule("R-CON-05")
    void aReceiptSignedByOthersIsNotGenuine() {
        ReceiptSignature others = new ReceiptSignature(SigningKeys.of(pem(), ""), new JsonMapper());
        assertThat(OURS.verified(others.sign(receipt()))).isEmpty();
    }

    @Test
    @Rule("R-CON-05")
    void aReceiptOfTheFirstLayoutStaysValid() {
        SigningKeys keys = SigningKeys.of(pem(), "");
        String first = """
                {"schemaVersion":"ISO/IEC TS 27560:2023","receiptId":"00000000-0000-0007-0000-000000000001",
                "recordId":"00000000-0000-0007-0000-000000000002","issuedAt":"2026-11-24T08:00:00Z",
                "controller":{"schoolId":"hoa-sen"},"dataSubject":{"studentId":"00000000-0000-0007-0000-000000000003"},
                "decision":{"decisionId":"00000000-0000-0007-0000-000000000001","kind":"GIVEN",
                "party":"00000000-0000-0007-0000-000000000004","capacity":"MOTHER","method":"PORTAL_TICK",
                "decidedAt":"2026-11-24T08:00:00Z"},"purpose":{"code":"health-record","version":1,"name":"Sổ sức khoẻ",
                "dataCategories":["allergies"],"lawfulBasis":"CONSENT","period":"2026-2027",
                "processingUntil":"2027-07-31"},"notice":{"version":1,"language":"vi"},
                "ledger":{"seq":1,"hash":"0000000000000000000000000000000000000000000000000000000000000000"}}""";

        Optional<Receipt> read =
                new ReceiptSignature(keys, new JsonMapper()).verified(keys.sign("consent-receipt+json", first));

        assertThat(read).hasValueSatisfying(receipt -> {
            assertThat(receipt.layout()).isNull();
            assertThat(receipt.decision().kind()).isEqualTo("GIVEN");
        });
    }

    @Test
    void anUnsignedReceiptIsNotGenuine() {
        String[] parts = OURS.sign(receipt()).split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(OURS.verified(none + "." + parts[1] + ".")).isEmpty();
        assertThat(OURS.verified("not a receipt")).isEmpty();
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String der = Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Receipt receipt() {
        UUID id = new UUID(7, 1);
        Instant at = Instant.parse("2026-11-24T08:00:00Z");
        return new Receipt(
                new JsonMapper().readTree("{\"dpv\":\"https://w3id.org/dpv#\"}"),
                "urn:uuid:" + id,
                Receipt.TYPE,
                Receipt.LAYOUT,
                Receipt.SCHEMA,
                id,
                new UUID(7, 2),
                at,
                new Receipt.Controller("hoa-sen"),
                new Receipt.DataSubject(new UUID(7, 3)),
                new Receipt.Decided(id, "GIVEN", new UUID(7, 4), null, "MOTHER", "PORTAL_TICK", at),
                new Receipt.ForPurpose(
                        "health-record",
                        1,
                        "Sổ sức khoẻ",
                        List.of("allergies"),
                        "CONSENT",
                        "2026-2027",
                        LocalDate.of(2027, 7, 31)),
                new Receipt.Shown(new UUID(7, 5), 1, "vi", at),
                new Receipt.Place(1, "0".repeat(64)),
                new Receipt.Sealed(3, "1".repeat(64)));
    }
}
