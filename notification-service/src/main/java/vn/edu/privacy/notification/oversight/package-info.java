/** How requests are handled, in figures, without pupils' data (S-07, S-20, S-23). */
@NullMarked
package vn.edu.privacy.notification.oversight;

import org.jspecify.annotations.NullMarked;
