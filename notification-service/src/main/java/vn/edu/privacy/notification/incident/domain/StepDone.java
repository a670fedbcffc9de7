package vn.edu.privacy.notification.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken, once.
 *
 * @param step which
 * @param at when
 * @param note number of the minute, name of whom was told …, or null
 * @param by the account that recorded it; null when the system did it itself
 */
public record StepDone(
        Step step,
        Instant at,
        @Nullable String note,
        @Nullable String by) {}
