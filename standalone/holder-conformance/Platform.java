import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays the platform and its realm towards a holder: publishes a key, and calls with tokens and signatures made with it. */
final class Platform implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "conformance";

    private final KeyPair keys = newKeys();
    private final KeyPair foreign = newKeys();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI base;
    private final String holder;

    /**
     * @param base of the holder's API
     * @param holder its code
     * @param port on which the key is published, on this machine only
     */
    Platform(URI base, String holder, int port) throws IOException {
        this.base = base;
        this.holder = holder;
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] jwks = Json.write(Map.of("keys", List.of(Map.of(
                        "kty", "RSA", "use", "sig", "alg", "RS256", "kid", KEY_ID,
                        "n", number(key.getModulus()), "e", number(key.getPublicExponent())))))
                .getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/jwks.json", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        server.start();
    }

    /** Who the tokens say made them; its keys are at {@code /jwks.json}. */
    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Code of the holder. */
    String holder() {
        return holder;
    }

    /** How a call departs from a good one; nothing when empty. */
    record Call(
            String method,
            String path,
            String body,
            Map<String, Object> token,
            Map<String, Object> signature,
            boolean withToken,
            boolean withSignature,
            boolean foreignTokenKey,
            boolean foreignSignatureKey) {
        static Call of(String method, String path, String body) {
            return new Call(method, path, body, Map.of(), Map.of(), true, true, false, false);
        }

        Call token(String claim, Object value) {
            return new Call(method, path, body, Map.of(claim, value), signature, true, true, false, false);
        }

        Call signature(String claim, Object value) {
            return new Call(method, path, body, token, Map.of(claim, value), true, true, false, false);
        }

        Call withoutToken() {
            return new Call(method, path, body, token, signature, false, true, false, false);
        }

        Call withoutSignature() {
            return new Call(method, path, body, token, signature, true, false, false, false);
        }

        Call foreignToken() {
            return new Call(method, path, body, token, signature, true, true, true, false);
        }

        Call foreignSignature() {
            return new Call(method, path, body, token, signature, true, true, false, true);
        }
    }

    /** What came back. */
    record Reply(int status, String type, String body, String signature, String callId, long millis) {
        /** The field of a JSON object; empty when it is not there. */
        String field(String name) {
            try {
                return Json.read(body) instanceof Map<?, ?> map && map.get(name) != null
                        ? String.valueOf(map.get(name))
                        : "";
            } catch (IllegalArgumentException noJson) {
                return "";
            }
        }
    }

    Reply send(Call call) throws IOException, InterruptedException {
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        String id = UUID.randomUUID().toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        call.method(),
                        call.method().equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (call.withToken()) {
            request.header("Authorization", "Bearer " + sign(token(call), "JWT", call.foreignTokenKey()));
        }
        if (call.withSignature()) {
            request.header(
                    "Request-Signature",
                    sign(signature(call, id, body), "holder-request+jwt", call.foreignSignatureKey()));
        }
        Instant begun = Instant.now();
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body(),
                answer.headers().firstValue("Answer-Signature").orElse(""),
                id,
                Duration.between(begun, Instant.now()).toMillis());
    }

    private Map<String, Object> token(Call call) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", issuer(),
                "aud", List.of("data-holders"),
                "iat", Instant.now().getEpochSecond(),
                "exp", Instant.now().plusSeconds(300).getEpochSecond(),
                "azp", "notification-service",
                "realm_access", Map.of("roles", List.of("holder-client"))));
        claims.putAll(call.token());
        return claims;
    }

    private Map<String, Object> signature(Call call, String id, byte[] body) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", "notification-service",
                "aud", holder,
                "iat", Instant.now().getEpochSecond(),
                "exp", Instant.now().plusSeconds(300).getEpochSecond(),
                "jti", id,
                "htm", call.method(),
                "htu", call.path(),
                "digest", digest(body)));
        claims.putAll(call.signature());
        return claims;
    }

    private String sign(Map<String, Object> claims, String type, boolean withForeignKey) {
        String text = part(Json.write(Map.of("alg", "RS256", "typ", type, "kid", KEY_ID))) + "." + part(Json.write(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((withForeignKey ? foreign : keys).getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String digest(byte[] body) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
