package vn.edu.privacy.consent.representation;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is asked about an authorisation cannot be done; nothing is recorded. */
public final class RepresentationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String field;

    private RepresentationRefused(Reason reason, @Nullable String field) {
        super(reason.name());
        this.reason = reason;
        this.field = field;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The field that it is about, when it is about one. */
    public @Nullable String field() {
        return field;
    }

    static <T> Mono<T> because(Reason reason) {
        return because(reason, null);
    }

    static <T> Mono<T> because(Reason reason, @Nullable String field) {
        return Mono.error(() -> new RepresentationRefused(reason, field));
    }

    /** Why not. */
    public enum Reason {
        /** No such student or authorisation, or none that the caller may know of. */
        UNKNOWN,
        /** Only a guardian in force and a student of age can authorise somebody, and nobody themselves. */
        NOT_REPRESENTABLE,
        /** A purpose that does not exist or asks nobody. */
        UNKNOWN_PURPOSE,
        /** It ends before it begins, or has ended already. */
        TERM_IMPOSSIBLE,
        /** Who recorded it cannot check it. */
        SECOND_PERSON_NEEDED,
        /** Somebody has checked it. */
        ALREADY_CHECKED,
        /** It was ended or rejected. */
        ALREADY_ENDED
    }
}
