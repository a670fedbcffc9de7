/** Tests of what pages are made of. */
@NullMarked
package vn.edu.privacy.platform.page;

import org.jspecify.annotations.NullMarked;
