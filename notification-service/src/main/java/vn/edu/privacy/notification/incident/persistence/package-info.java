/** Violations in PostgreSQL. */
@NullMarked
package vn.edu.privacy.notification.incident.persistence;

import org.jspecify.annotations.NullMarked;
