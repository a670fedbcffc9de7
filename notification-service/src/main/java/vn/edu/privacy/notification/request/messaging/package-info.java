/** Requests to Kafka. */
@NullMarked
package vn.edu.privacy.notification.request.messaging;

import org.jspecify.annotations.NullMarked;
