/** Who may act for a student: this service's own projection of the roster. */
@NullMarked
package vn.edu.privacy.notification.guardianship;

import org.jspecify.annotations.NullMarked;
