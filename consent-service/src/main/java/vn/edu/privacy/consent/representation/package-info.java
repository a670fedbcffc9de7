/** Who acts by authorisation for a guardian or an adult student (Decree 13 art. 11.11). */
@NullMarked
package vn.edu.privacy.consent.representation;

import org.jspecify.annotations.NullMarked;
