/** Figures counted in PostgreSQL. */
@NullMarked
package vn.edu.privacy.notification.oversight.persistence;

import org.jspecify.annotations.NullMarked;
