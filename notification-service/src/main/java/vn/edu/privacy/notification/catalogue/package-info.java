/** What each purpose means and who receives its data: this service's own projection of the catalogue. */
@NullMarked
package vn.edu.privacy.notification.catalogue;

import org.jspecify.annotations.NullMarked;
