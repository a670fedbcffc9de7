/** Pages on real parts, and texts in both languages. */
@NullMarked
package vn.edu.privacy.consent.portal;

import org.jspecify.annotations.NullMarked;
