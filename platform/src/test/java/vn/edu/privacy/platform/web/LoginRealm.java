package vn.edu.privacy.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.Tokens;

/** The half of Keycloak that a service talks to when a person logs in: keys and the token endpoint. */
final class LoginRealm implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final UUID PERSON = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    static final String ISSUER = issuer();

    private static final RSAKey KEY = newKey();
    private static final HttpServer SERVER = start();

    /** Nonce of the login under way. */
    static volatile String nonce = "";

    /** The form that came to the token endpoint last. */
    static volatile String tokenRequest = "";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("privacy.identity.backchannel-url=http://127.0.0.1:"
                        + SERVER.getAddress().getPort())
                .applyTo(context);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/protocol/openid-connect/certs", exchange -> answer(exchange, keys()));
            server.createContext("/protocol/openid-connect/token", exchange -> {
                tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                answer(exchange, """
                        {"access_token":"opaque","token_type":"Bearer","expires_in":300,"scope":"openid","id_token":"%s"}
                        """.formatted(idToken()));
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Our own key and those of the realm that signs the bearer tokens of {@link Tokens}. */
    private static String keys() throws IOException {
        try {
            List<JWK> keys = new ArrayList<>(JWKSet.load(URI.create(ISSUER + "/protocol/openid-connect/certs")
                            .toURL())
                    .getKeys());
            keys.add(KEY.toPublicJWK());
            return new JWKSet(keys).toString();
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    private static String idToken() {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("portal")
                        .subject("mother")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .claim("nonce", nonce)
                        .claim("person_id", PERSON.toString())
                        .claim("realm_access", Map.of("roles", List.of(Role.GUARDIAN.realmName())))
                        .build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("login").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuer() {
        try {
            String token = Tokens.system(Role.ROSTER_SYSTEM).substring("Bearer ".length());
            return SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
