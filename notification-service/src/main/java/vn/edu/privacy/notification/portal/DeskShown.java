package vn.edu.privacy.notification.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and where a request is answered, in words (Decree 13 art. 14.9); and, where it came in at the desk, how.
 *
 * @param entered whether it came in at the desk
 * @param form in which form the answer is given
 * @param place where
 * @param at from when; when it is done, where absent
 * @param capacity as what the requester stood at the desk
 * @param identity how they were known
 * @param help who filled the form in
 * @param number of the identity paper, as far as it was needed
 * @param authorisation the document that the authority comes from
 * @param about which data
 * @param lateReason why it was entered later
 * @param enteredAt when it was entered
 * @param waits whether a second person has to check it
 * @param checkedAt when one did
 */
record DeskShown(
        boolean entered,
        String form,
        String place,
        @Nullable Instant at,
        String capacity,
        String identity,
        String help,
        @Nullable String number,
        @Nullable String authorisation,
        @Nullable String about,
        @Nullable String lateReason,
        @Nullable Instant enteredAt,
        boolean waits,
        @Nullable Instant checkedAt) {}
