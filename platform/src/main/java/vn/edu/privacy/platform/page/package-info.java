/** The frame that every page stands in: language, styles, texts, times. */
@NullMarked
package vn.edu.privacy.platform.page;

import org.jspecify.annotations.NullMarked;
