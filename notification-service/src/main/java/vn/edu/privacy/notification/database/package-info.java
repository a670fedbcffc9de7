/** What every R2DBC adapter of this service binds and reads with. */
@NullMarked
package vn.edu.privacy.notification.database;

import org.jspecify.annotations.NullMarked;
