/** Finding students by name. */
@NullMarked
package vn.edu.privacy.consent.classlist;

import org.jspecify.annotations.NullMarked;
