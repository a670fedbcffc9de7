/** Consent receipts: the person's signed copy of a decision, which anybody can verify without us (R-WD-02). */
@NullMarked
package vn.edu.privacy.consent.receipt;

import org.jspecify.annotations.NullMarked;
