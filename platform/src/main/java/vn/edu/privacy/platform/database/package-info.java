/** What every R2DBC adapter binds and reads with. */
@NullMarked
package vn.edu.privacy.platform.database;

import org.jspecify.annotations.NullMarked;
