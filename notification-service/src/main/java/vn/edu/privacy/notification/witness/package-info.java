/** Keeps every checkpoint of the consent ledger that it hears of, so that who runs the ledger cannot rewrite it unseen. */
@NullMarked
package vn.edu.privacy.notification.witness;

import org.jspecify.annotations.NullMarked;
