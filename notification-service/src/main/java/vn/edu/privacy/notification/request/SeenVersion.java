package vn.edu.privacy.notification.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The version of a request as an officer saw it, in {@code If-Match}. */
public final class SeenVersion {
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    private SeenVersion() {}

    /** The version named; null when none is. Anything else than one of our ETags gets a 400 problem. */
    public static @Nullable Long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher version = VERSION.matcher(ifMatch);
        if (!version.matches()) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field(HttpHeaders.IF_MATCH);
        }
        return Long.valueOf(version.group(1));
    }

    /** The ETag of a request as it is now. */
    public static String eTag(StoredRequest stored) {
        return "\"" + stored.version() + "\"";
    }
}
