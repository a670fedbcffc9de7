/** Events about consents, and instructions from notification-service. */
@NullMarked
package vn.edu.privacy.consent.consent.messaging;

import org.jspecify.annotations.NullMarked;
