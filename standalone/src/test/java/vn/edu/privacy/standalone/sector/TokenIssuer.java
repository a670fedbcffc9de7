package vn.edu.privacy.standalone.sector;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A realm of the test's own: its keys over HTTP, and tokens signed with them. */
final class TokenIssuer implements AutoCloseable {

    static final String ISSUER = "http://realm.example/realms/schools";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final HttpServer server;

    TokenIssuer() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] jwks = json(Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "kid",
                        "k1",
                        "n",
                        number(key.getModulus()),
                        "e",
                        number(key.getPublicExponent())))));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/certs", exchange -> {
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        server.start();
    }

    URI keysAddress() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/certs");
    }

    /** Claims as notification-service's token has them. */
    Map<String, Object> claims(Instant now) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", List.of("data-holders", "account"));
        claims.put("exp", now.plusSeconds(300).getEpochSecond());
        claims.put("realm_access", Map.of("roles", List.of("holder-client")));
        return claims;
    }

    String sign(Map<String, Object> claims) throws GeneralSecurityException {
        return sign(claims, "JWT");
    }

    String sign(Map<String, Object> claims, String type) throws GeneralSecurityException {
        String signed = BASE64.encodeToString(json(Map.of("alg", "RS256", "kid", "k1", "typ", type))) + "."
                + BASE64.encodeToString(json(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    /** The public half (JWK). */
    String key() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return new String(
                json(Map.of("kty", "RSA", "n", number(key.getModulus()), "e", number(key.getPublicExponent()))),
                StandardCharsets.UTF_8);
    }

    /** The key as PKCS#8 in PEM, for a holder that signs by the same. */
    String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static byte[] json(Object value) {
        return JsonMapper.shared().writeValueAsBytes(value);
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
