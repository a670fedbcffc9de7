/** Gathers the data that a person asked to see, shows it for a time, and lets it go (Decree 13 art. 9.3). */
@NullMarked
package vn.edu.privacy.notification.access;

import org.jspecify.annotations.NullMarked;
