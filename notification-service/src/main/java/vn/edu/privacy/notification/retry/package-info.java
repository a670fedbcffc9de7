/** How work on others that failed is tried again. */
@NullMarked
package vn.edu.privacy.notification.retry;

import org.jspecify.annotations.NullMarked;
