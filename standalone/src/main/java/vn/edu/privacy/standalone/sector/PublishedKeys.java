package vn.edu.privacy.standalone.sector;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.machine.StartProblem;
import vn.edu.privacy.standalone.machine.Web;

/** The RSA keys that somebody publishes (JWKS), fetched when one is not known yet. */
public final class PublishedKeys {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final URI address;
    private final Web web;
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

    public PublishedKeys(URI address, Web web) {
        this.address = address;
        this.web = web;
    }

    /**
     * The claims of a JWT that one of the keys signed.
     *
     * @param type what its header must call it; any when empty
     * @throws GeneralSecurityException when none did, or the text is no such JWT
     */
    JsonNode claims(String jwt, String type) throws GeneralSecurityException {
        String[] parts = jwt.split("\\.");
        if (parts.length != 3) {
            throw new GeneralSecurityException("no JWT");
        }
        JsonNode header = JSON.readTree(BASE64.decode(parts[0]));
        boolean good = "RS256".equals(header.path("alg").asString(""))
                && (type.isEmpty() || type.equals(header.path("typ").asString("")))
                && signedBy(header.path("kid").asString(""), parts);
        if (!good) {
            throw new GeneralSecurityException("not signed by a published key");
        }
        return JSON.readTree(BASE64.decode(parts[1]));
    }

    private boolean signedBy(String keyId, String[] parts) throws GeneralSecurityException {
        PublicKey key = keys.get(keyId);
        if (key == null) {
            fetch();
            key = keys.get(keyId);
        }
        if (key == null) {
            return false;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(BASE64.decode(parts[2]));
    }

    private void fetch() throws GeneralSecurityException {
        String answer;
        try {
            answer = web.send(HttpRequest.newBuilder(address)).body();
        } catch (StartProblem e) {
            // whoever publishes is not there (yet): nobody can be trusted
            return;
        }
        for (JsonNode key : JSON.readTree(answer).path("keys")) {
            if ("RSA".equals(key.path("kty").asString(""))) {
                RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
                keys.put(
                        key.path("kid").asString(""),
                        KeyFactory.getInstance("RSA").generatePublic(spec));
            }
        }
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, BASE64.decode(key.path(name).asString("")));
    }
}
