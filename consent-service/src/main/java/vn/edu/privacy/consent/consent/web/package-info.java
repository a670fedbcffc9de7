/** Decisions, consents and the ledger over HTTP. */
@NullMarked
package vn.edu.privacy.consent.consent.web;

import org.jspecify.annotations.NullMarked;
