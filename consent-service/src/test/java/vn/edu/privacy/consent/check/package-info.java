/** Tests of the check. */
@NullMarked
package vn.edu.privacy.consent.check;

import org.jspecify.annotations.NullMarked;
