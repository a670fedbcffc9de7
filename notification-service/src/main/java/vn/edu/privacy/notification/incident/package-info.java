/** Violations of the rules of data protection: their register, who is told within what time, and the file that is kept. */
@NullMarked
package vn.edu.privacy.notification.incident;

import org.jspecify.annotations.NullMarked;
