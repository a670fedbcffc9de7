/** Use cases that know what they must not. */
@NullMarked
package vn.edu.privacy.platform.testing.fallen.left.application;

import org.jspecify.annotations.NullMarked;
