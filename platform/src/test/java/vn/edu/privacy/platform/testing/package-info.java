/** What the tests of every service stand on: real parts, tokens, and the checks that all services must pass. */
@NullMarked
package vn.edu.privacy.platform.testing;

import org.jspecify.annotations.NullMarked;
