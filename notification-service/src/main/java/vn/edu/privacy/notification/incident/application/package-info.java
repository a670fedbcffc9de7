/** What is done about violations, and the ports that it is done through. */
@NullMarked
package vn.edu.privacy.notification.incident.application;

import org.jspecify.annotations.NullMarked;
