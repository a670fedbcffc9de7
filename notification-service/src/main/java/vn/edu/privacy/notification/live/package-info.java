/** Tells whoever may know of a request how it goes on, while it does: server-sent events. */
@NullMarked
package vn.edu.privacy.notification.live;

import org.jspecify.annotations.NullMarked;
