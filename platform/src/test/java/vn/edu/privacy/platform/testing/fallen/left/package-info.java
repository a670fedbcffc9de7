/** A feature that breaks every wall, so that a test sees each of them hold. */
@NullMarked
package vn.edu.privacy.platform.testing.fallen.left;

import org.jspecify.annotations.NullMarked;
