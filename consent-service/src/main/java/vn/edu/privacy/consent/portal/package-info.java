/** The pages on which students and guardians decide, take back and keep proof. */
@NullMarked
package vn.edu.privacy.consent.portal;

import org.jspecify.annotations.NullMarked;
