package vn.edu.privacy.notification.request.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The version that a caller saw, from {@code If-Match} (RFC 9110, 13.1.1). */
final class SeenVersion {
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    private SeenVersion() {}

    /** The version, or null when the caller did not say; anything else than an entity tag of ours is a 400 problem. */
    static @Nullable Long of(@Nullable String seen) {
        if (seen == null) {
            return null;
        }
        Matcher version = VERSION.matcher(seen);
        if (!version.matches()) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field(HttpHeaders.IF_MATCH);
        }
        return Long.valueOf(version.group(1));
    }
}
