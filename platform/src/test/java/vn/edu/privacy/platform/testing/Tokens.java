package vn.edu.privacy.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.edu.privacy.platform.identity.Role;

/** Access tokens as the realm would issue them, and some that it would not. All are values of a bearer header. */
public final class Tokens {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final RSAKey FOREIGN_KEY = TestRealm.newKey("test");

    private Tokens() {}

    /** A person with one role. */
    public static String bearer(Role role, UUID personId) {
        return signed(person(role, personId).build(), TestRealm.key());
    }

    /** A member of a school's staff. */
    public static String bearer(Role role, UUID personId, String schoolId) {
        return signed(person(role, personId).claim("school_id", schoolId).build(), TestRealm.key());
    }

    /** As {@link #bearer}, but the person logged in an hour ago. */
    public static String loggedInAnHourAgo(Role role, UUID personId) {
        return signed(
                person(role, personId)
                        .claim(
                                "auth_time",
                                Instant.now().minus(Duration.ofHours(1)).getEpochSecond())
                        .build(),
                TestRealm.key());
    }

    /** The system of a school. */
    public static String system(String schoolId) {
        return system(Role.SCHOOL_SYSTEM, schoolId);
    }

    /** A system with that role, of a school. */
    public static String system(Role role, String schoolId) {
        return signed(
                claims("system-" + schoolId, role).claim("school_id", schoolId).build(), TestRealm.key());
    }

    /** A system that belongs to no school. */
    public static String system(Role role) {
        return signed(claims("system-" + role.realmName(), role).build(), TestRealm.key());
    }

    /** As {@link #bearer}, but a minute too old. */
    public static String expired(Role role, UUID personId) {
        Instant end = Instant.now().minus(Duration.ofMinutes(1));
        return signed(person(role, personId).expirationTime(Date.from(end)).build(), TestRealm.key());
    }

    /** As {@link #bearer}, but from another realm. */
    public static String foreignIssuer(Role role, UUID personId) {
        return signed(
                person(role, personId)
                        .issuer("https://elsewhere.example/realms/schools")
                        .build(),
                TestRealm.key());
    }

    /** As {@link #bearer}, but meant for another service. */
    public static String foreignAudience(Role role, UUID personId) {
        return signed(person(role, personId).audience("another-service").build(), TestRealm.key());
    }

    /** As {@link #bearer}, but signed with a key that is not the realm's. */
    public static String foreignKey(Role role, UUID personId) {
        return signed(person(role, personId).build(), FOREIGN_KEY);
    }

    private static JWTClaimsSet.Builder person(Role role, UUID personId) {
        return claims(personId.toString(), role)
                .claim("person_id", personId.toString())
                .claim("auth_time", Instant.now().getEpochSecond());
    }

    private static JWTClaimsSet.Builder claims(String subject, Role role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(TestRealm.issuer())
                .audience(List.of("account", TestRealm.AUDIENCE))
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .claim("realm_access", Map.of("roles", List.of("offline_access", role.realmName())));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
