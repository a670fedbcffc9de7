package vn.edu.privacy.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown by adapters (never by domain or application) to answer with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Object> args;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String field;

    private ProblemException(ProblemType type, Object... args) {
        super(type.slug());
        this.type = type;
        this.args = List.of(args);
    }

    /** A problem of that type; the arguments go into its texts. */
    public static ProblemException of(ProblemType type, Object... args) {
        return new ProblemException(type, args);
    }

    /** Names the field of the request that the problem is about. */
    public ProblemException field(String name) {
        field = name;
        return this;
    }

    /** Adds a member to the problem's JSON. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a header to the response, such as a challenge. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** Arguments of the texts. */
    public List<Object> args() {
        return args;
    }

    /** Further members of the problem's JSON. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    /** Further headers of the response. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The field the problem is about, or null. */
    public @Nullable String field() {
        return field;
    }
}
