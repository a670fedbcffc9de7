/** Violations in the API and on pages. */
@NullMarked
package vn.edu.privacy.notification.incident.web;

import org.jspecify.annotations.NullMarked;
