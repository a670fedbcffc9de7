package vn.edu.privacy.platform.problem;

/** Problems that any call can meet. */
public final class CommonProblems {
    public static final ProblemType MALFORMED_REQUEST = new ProblemType("malformed-request", 400);
    public static final ProblemType INVALID_FIELDS = new ProblemType("invalid-fields", 400);
    public static final ProblemType IDEMPOTENCY_KEY_MISSING = new ProblemType("idempotency-key-missing", 400);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404);
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", 405);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406);
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType("idempotency-key-reused", 409);
    public static final ProblemType STALE = new ProblemType("stale", 412);
    public static final ProblemType PAYLOAD_TOO_LARGE = new ProblemType("payload-too-large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType("unsupported-media-type", 415);
    public static final ProblemType INTERNAL = new ProblemType("internal", 500);
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503);

    private CommonProblems() {}
}
