/** Tests of {@code vn.edu.privacy.standalone.sector}. */
@NullMarked
package vn.edu.privacy.standalone.sector;

import org.jspecify.annotations.NullMarked;
