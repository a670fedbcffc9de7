package vn.edu.privacy.platform.problem;

import org.jspecify.annotations.Nullable;

/** Says which problem a service's own exception is. A service registers beans; the first that knows the exception wins. */
@FunctionalInterface
public interface ProblemTranslation {
    /** The problem to answer with; null for exceptions of others. */
    @Nullable
    ProblemException translate(Throwable t);
}
