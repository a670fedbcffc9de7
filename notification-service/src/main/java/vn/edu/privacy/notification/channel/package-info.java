/** Channels: how a message leaves the house, by mail server or gateway, and what proves that it did. */
@NullMarked
package vn.edu.privacy.notification.channel;

import org.jspecify.annotations.NullMarked;
