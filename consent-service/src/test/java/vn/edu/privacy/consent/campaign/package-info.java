/** Campaigns on real parts. */
@NullMarked
package vn.edu.privacy.consent.campaign;

import org.jspecify.annotations.NullMarked;
