package vn.edu.privacy.notification.carrying;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Action;

/**
 * An instruction as it is first kept.
 *
 * @param studentId about whom
 * @param schoolId whose officers look after it
 * @param requestId for which request; absent when the answer for a record changed
 * @param recordId which record then
 * @param cause why it changed
 * @param recipient whom to tell
 * @param purpose with the data of which purpose
 * @param action what to do
 * @param dataCategories of which data
 * @param corrections what to put right, sealed
 * @param onceStopped whether it waits until the holder has stopped
 * @param due until when
 * @param at when it was noted
 * @param next when the holder is told; absent while it waits, and for one that only people can tell
 */
record Noted(
        UUID studentId,
        String schoolId,
        @Nullable UUID requestId,
        @Nullable UUID recordId,
        @Nullable String cause,
        KnownPurpose.Recipient recipient,
        String purpose,
        Action action,
        List<String> dataCategories,
        byte @Nullable [] corrections,
        boolean onceStopped,
        Instant due,
        Instant at,
        @Nullable Instant next) {}
