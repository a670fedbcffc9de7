/** Consent on paper: forms to print, the desk that enters what was signed, and the second person who checks it. */
@NullMarked
package vn.edu.privacy.consent.paper;

import org.jspecify.annotations.NullMarked;
