/** Events out by an outbox and a relay, events in by an idempotent intake. */
@NullMarked
package vn.edu.privacy.platform.messaging;

import org.jspecify.annotations.NullMarked;
