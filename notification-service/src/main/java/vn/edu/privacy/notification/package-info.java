/** notification-service: data subject requests to their deadline, and notices to everybody concerned. */
@NullMarked
package vn.edu.privacy.notification;

import org.jspecify.annotations.NullMarked;
