/** The clock and the ids of this system, so that tests can fix both. */
@NullMarked
package vn.edu.privacy.platform.time;

import org.jspecify.annotations.NullMarked;
