/** The platform under test. */
@NullMarked
package vn.edu.privacy.platform;

import org.jspecify.annotations.NullMarked;
