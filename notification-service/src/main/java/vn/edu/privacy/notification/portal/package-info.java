/** The pages on which people ask and see how far their requests are, and officers carry them out. */
@NullMarked
package vn.edu.privacy.notification.portal;

import org.jspecify.annotations.NullMarked;
