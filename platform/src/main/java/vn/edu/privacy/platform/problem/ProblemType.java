package vn.edu.privacy.platform.problem;

/**
 * A kind of problem with a page of its own at {@code /problems/<slug>}. Texts stand in bundles under
 * {@code problem.<slug>.title}, {@code .detail} and {@code .remedy}.
 *
 * @param slug last part of the problem's type URI
 * @param status HTTP status
 */
public record ProblemType(String slug, int status) {}
