package vn.edu.privacy.platform.api;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/** Tells what programs call, by bearer token and in JSON, from the pages that people open. */
public final class ApiPaths {
    private static final String OWN = "/v1/";
    // OpenID AuthZEN Authorization API 1.0 names these
    private static final String EVALUATION = "/access/v1/";

    private ApiPaths() {}

    /** Whether a program asks. */
    public static boolean contain(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return path.startsWith(OWN) || path.startsWith(EVALUATION);
    }

    /** The same for a security chain. */
    public static ServerWebExchangeMatcher matcher() {
        return new OrServerWebExchangeMatcher(
                new PathPatternParserServerWebExchangeMatcher(OWN + "**"),
                new PathPatternParserServerWebExchangeMatcher(EVALUATION + "**"));
    }
}
