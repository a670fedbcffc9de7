/** Texts that come in several languages. */
@NullMarked
package vn.edu.privacy.notification.language;

import org.jspecify.annotations.NullMarked;
