/** A school asks its families for a school year: who must still answer, by when, and how far it has come. */
@NullMarked
package vn.edu.privacy.consent.campaign;

import org.jspecify.annotations.NullMarked;
