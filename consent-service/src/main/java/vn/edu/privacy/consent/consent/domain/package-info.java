/** The rules of consent, exactly as the table says: plain, synchronous, immutable; time and facts come in as arguments. */
@NullMarked
package vn.edu.privacy.consent.consent.domain;

import org.jspecify.annotations.NullMarked;
