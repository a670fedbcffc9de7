package vn.edu.privacy.consent.consent.web;

import java.time.Instant;
import java.util.UUID;
import vn.edu.privacy.consent.consent.application.EntryKind;

/**
 * What an officer did, as the ledger keeps it.
 *
 * @param entryId the entry
 * @param seq its place in the student's ledger
 * @param purpose of the record
 * @param kind what it is
 * @param recordedAt when
 * @param record what the record amounts to now
 */
record RecordedActResponse(
        UUID entryId,
        long seq,
        String purpose,
        EntryKind kind,
        Instant recordedAt,
        RecordedDecisionsResponse.Standing record) {}
