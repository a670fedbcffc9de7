/** The real parts of the system, each started, watched and stopped in one place. */
@NullMarked
package vn.edu.privacy.standalone.parts;

import org.jspecify.annotations.NullMarked;
