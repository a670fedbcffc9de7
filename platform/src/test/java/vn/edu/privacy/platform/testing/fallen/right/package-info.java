/** A feature that reaches into another one. */
@NullMarked
package vn.edu.privacy.platform.testing.fallen.right;

import org.jspecify.annotations.NullMarked;
