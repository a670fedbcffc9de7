/** Tests of who calls. */
@NullMarked
package vn.edu.privacy.platform.identity;

import org.jspecify.annotations.NullMarked;
