/** Tests of consent on paper. */
@NullMarked
package vn.edu.privacy.consent.paper;

import org.jspecify.annotations.NullMarked;
