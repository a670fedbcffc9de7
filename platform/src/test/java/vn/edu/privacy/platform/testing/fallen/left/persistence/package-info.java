/** An adapter that another feature reaches for. */
@NullMarked
package vn.edu.privacy.platform.testing.fallen.left.persistence;

import org.jspecify.annotations.NullMarked;
