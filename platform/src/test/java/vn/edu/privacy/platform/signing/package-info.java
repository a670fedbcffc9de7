@NullMarked
package vn.edu.privacy.platform.signing;

import org.jspecify.annotations.NullMarked;
