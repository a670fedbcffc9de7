/** Notices: from an event to the people it concerns, in their inbox and by e-mail. */
@NullMarked
package vn.edu.privacy.notification.notice;

import org.jspecify.annotations.NullMarked;
