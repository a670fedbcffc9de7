/** Announcements: who is to be told of what, before it takes effect or when it has; notification-service does the telling. */
@NullMarked
package vn.edu.privacy.consent.announcement;

import org.jspecify.annotations.NullMarked;
