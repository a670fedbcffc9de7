package vn.edu.privacy.consent.consent.application;

import vn.edu.privacy.consent.consent.domain.Evaluation;

/**
 * A decision that entered the ledger.
 *
 * @param entry the ledger entry
 * @param record what its record amounts to now
 */
public record Recorded(LedgerEntry entry, Evaluation record) {}
