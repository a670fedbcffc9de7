/** Ledger and records in PostgreSQL. */
@NullMarked
package vn.edu.privacy.consent.consent.persistence;

import org.jspecify.annotations.NullMarked;
