package vn.edu.privacy.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A holder that signs what it answers to instructions, rightly or wrongly as it is told. */
final class SignedAnswers implements ResponseDefinitionTransformerV2 {
    static final String NAME = "signed-answers";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How it signs. */
    enum Fault {
        NONE,
        UNSIGNED,
        FOREIGN_KEY,
        OTHER_CALL,
        OTHER_BODY,
        OTHER_HOLDER,
        OLD
    }

    final ECKey key = newKey();
    private final ECKey foreign = newKey();
    private volatile Fault fault = Fault.NONE;

    void with(Fault how) {
        this.fault = how;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        try {
            return answer(event.getRequest());
        } catch (ParseException | JOSEException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private ResponseDefinition answer(Request request) throws ParseException, JOSEException, NoSuchAlgorithmException {
        String id = request.getUrl().substring(request.getUrl().lastIndexOf('/') + 1);
        String kind = JSON.readTree(request.getBody()).path("kind").asString("");
        String body = JSON.writeValueAsString(Map.of(
                "instructionId", id, "status", done(kind), "at", Instant.now().toString()));
        String signed = sign(request, id, fault == Fault.OTHER_BODY ? body + " " : body);
        var response = aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
        return (fault == Fault.UNSIGNED ? response : response.withHeader("Answer-Signature", signed)).build();
    }

    private String sign(Request request, String id, String body)
            throws ParseException, JOSEException, NoSuchAlgorithmException {
        JsonNode call = JSON.readTree(JWSObject.parse(request.getHeader("Request-Signature"))
                .getPayload()
                .toString());
        Map<String, Object> claims = Map.of(
                "iss",
                fault == Fault.OTHER_HOLDER ? "bus-company" : "signing-company",
                "aud",
                "notification-service",
                "iat",
                Instant.now().minusSeconds(fault == Fault.OLD ? 3600 : 0).getEpochSecond(),
                "req",
                fault == Fault.OTHER_CALL ? "another" : call.path("jti").asString(""),
                "sub",
                id,
                "digest",
                digest(body.getBytes(StandardCharsets.UTF_8)));
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("holder-answer+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(JSON.writeValueAsString(claims)));
        signed.sign(new ECDSASigner(fault == Fault.FOREIGN_KEY ? foreign : key));
        return signed.serialize();
    }

    static String digest(byte[] bytes) throws NoSuchAlgorithmException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String done(String kind) {
        return Map.of("STOP", "STOPPED", "RESTRICT", "RESTRICTED", "LIFT", "LIFTED", "ERASE", "ERASED")
                .getOrDefault(kind, "RECTIFIED");
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }
}
