/** Tests of the roster. */
@NullMarked
package vn.edu.privacy.consent.roster;

import org.jspecify.annotations.NullMarked;
