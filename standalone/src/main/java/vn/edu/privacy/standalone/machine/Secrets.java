package vn.edu.privacy.standalone.machine;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Passwords and keys of this one system, made once and kept in a file that only its owner may read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int DEMO_PASSWORD_LENGTH = 10;
    private static final int KEY_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, String> values;

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the folder's secrets; those that are missing are made when first asked for. */
    public static Secrets of(DataFolder folder) {
        Path file = folder.resolve("secrets.json");
        if (!Files.exists(file)) {
            return new Secrets(file, new TreeMap<>());
        }
        try {
            String json = Files.readString(file, StandardCharsets.UTF_8);
            return new Secrets(file, JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
        } catch (IOException e) {
            throw new StartProblem("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** A long random password. */
    public String password(String name) {
        return once(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
    }

    /** A password that a person types. */
    public String readablePassword(String name) {
        return once(name, () -> {
            StringBuilder password = new StringBuilder();
            for (int i = 0; i < DEMO_PASSWORD_LENGTH; i++) {
                password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
            }
            return password.toString();
        });
    }

    /** 32 random bytes, base64. */
    public String key(String name) {
        return once(name, () -> Base64.getEncoder().encodeToString(bytes(KEY_BYTES)));
    }

    /** An RSA private key as PKCS#8 PEM text. */
    public String signingKey(String name) {
        return once(name, () -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
                return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The public half of a signing key (JWK). */
    public String publicKey(String name) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(signingKey(name).replaceAll("-----[A-Z ]+-----", ""));
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            return JSON.writeValueAsString(Map.of(
                    "kty",
                    "RSA",
                    "kid",
                    name,
                    "n",
                    unsigned(key.getModulus()),
                    "e",
                    unsigned(key.getPublicExponent())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private synchronized String once(String name, Supplier<String> maker) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = maker.get();
        values.put(name, made);
        DataFolder.writePrivately(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values));
        return made;
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
