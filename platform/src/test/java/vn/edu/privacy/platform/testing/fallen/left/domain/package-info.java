/** A domain that knows what it must not. */
@NullMarked
package vn.edu.privacy.platform.testing.fallen.left.domain;

import org.jspecify.annotations.NullMarked;
