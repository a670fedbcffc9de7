/** The core: decisions, the ledger that proves them, and the records that they amount to. */
@NullMarked
package vn.edu.privacy.consent.consent;

import org.jspecify.annotations.NullMarked;
