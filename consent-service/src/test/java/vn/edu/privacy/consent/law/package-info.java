/** Tests of the one reading of the law. */
@NullMarked
package vn.edu.privacy.consent.law;

import org.jspecify.annotations.NullMarked;
