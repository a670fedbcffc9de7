/** Requests and their timeline in PostgreSQL. */
@NullMarked
package vn.edu.privacy.notification.request.persistence;

import org.jspecify.annotations.NullMarked;
