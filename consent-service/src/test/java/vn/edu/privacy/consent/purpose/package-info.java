/** Tests of the purpose. */
@NullMarked
package vn.edu.privacy.consent.purpose;

import org.jspecify.annotations.NullMarked;
