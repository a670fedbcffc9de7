/** Tests of {@code vn.edu.privacy.standalone.machine}. */
@NullMarked
package vn.edu.privacy.standalone.machine;

import org.jspecify.annotations.NullMarked;
