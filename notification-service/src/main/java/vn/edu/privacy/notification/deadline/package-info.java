/** Clocks of requests, by the regime of the day of receipt, in working days and hours of Viet Nam. */
@NullMarked
package vn.edu.privacy.notification.deadline;

import org.jspecify.annotations.NullMarked;
