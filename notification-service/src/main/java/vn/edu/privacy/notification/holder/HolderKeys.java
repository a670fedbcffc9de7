package vn.edu.privacy.notification.holder;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Keys that holders sign with, as officers enter them. */
final class HolderKeys {
    private static final int SHORTEST_RSA_BITS = 2048;

    private HolderKeys() {}

    /**
     * The public half of a key.
     *
     * @throws ProblemException when it is no RSA or elliptic-curve key, or too short
     */
    static JWK parse(Map<String, Object> fields) {
        try {
            return usable(JWK.parse(fields));
        } catch (ParseException unreadable) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("key");
        }
    }

    /** The same from its text. */
    static JWK parse(String text) {
        try {
            return usable(JWK.parse(text));
        } catch (ParseException unreadable) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("key");
        }
    }

    private static JWK usable(JWK key) {
        boolean strong = key instanceof ECKey || (key instanceof RSAKey && key.size() >= SHORTEST_RSA_BITS);
        if (!strong) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field("key");
        }
        return key.toPublicJWK();
    }
}
