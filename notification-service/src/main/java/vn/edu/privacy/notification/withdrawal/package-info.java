/** Carries a withdrawal to every holder and recipient of its purposes, and asks until each has stopped. */
@NullMarked
package vn.edu.privacy.notification.withdrawal;

import org.jspecify.annotations.NullMarked;
