/** The hot path: may a school collect this about that student, for that purpose, now. */
@NullMarked
package vn.edu.privacy.consent.check;

import org.jspecify.annotations.NullMarked;
