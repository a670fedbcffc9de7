/** Keys by which a service signs what others keep of it, and the public halves by which everybody verifies that. */
@NullMarked
package vn.edu.privacy.platform.signing;

import org.jspecify.annotations.NullMarked;
