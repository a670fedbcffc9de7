/** Carries a withdrawal in effect to every holder and recipient, until each has acknowledged. */
@NullMarked
package vn.edu.privacy.notification.withdrawal;

import org.jspecify.annotations.NullMarked;
