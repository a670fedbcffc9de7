package vn.edu.privacy.notification.request.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One purpose of a request, with what consent-service answered for it. */
public sealed interface PurposeOutcome permits WithdrawnPurpose, RestrictedPurpose, ErasedPurpose {
    /** The purpose. */
    String code();

    /** Since when it is as it was asked for. */
    @Nullable
    Instant doneAt();

    /** Why it is not. */
    @Nullable
    String refusal();

    /** The purposes with one of them changed. */
    static <P extends PurposeOutcome> List<P> with(List<P> purposes, String code, UnaryOperator<P> change) {
        return purposes.stream()
                .map(each -> each.code().equals(code) ? change.apply(each) : each)
                .toList();
    }

    /**
     * When the last of those that are done was.
     *
     * @throws IllegalStateException when none is
     */
    static Instant latest(List<? extends PurposeOutcome> purposes) {
        return purposes.stream()
                .map(PurposeOutcome::doneAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("none of the purposes is done"));
    }

    /** The first reason for which one of them is not done. */
    static Optional<String> firstRefusal(List<? extends PurposeOutcome> purposes) {
        return purposes.stream()
                .map(PurposeOutcome::refusal)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
