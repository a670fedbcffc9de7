/** Tests of {@code vn.edu.privacy.standalone.demo}. */
@NullMarked
package vn.edu.privacy.standalone.demo;

import org.jspecify.annotations.NullMarked;
