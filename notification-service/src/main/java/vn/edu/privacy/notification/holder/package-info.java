/** Data holders: who they are and how each is told and asked. */
@NullMarked
package vn.edu.privacy.notification.holder;

import org.jspecify.annotations.NullMarked;
