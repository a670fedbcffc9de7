/** Which addresses programs call. */
@NullMarked
package vn.edu.privacy.platform.api;

import org.jspecify.annotations.NullMarked;
