/** Carries instructions to every holder and recipient of a purpose, and asks until each has carried them out. */
@NullMarked
package vn.edu.privacy.notification.carrying;

import org.jspecify.annotations.NullMarked;
