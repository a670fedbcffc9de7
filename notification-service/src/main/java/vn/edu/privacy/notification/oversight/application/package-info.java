/** The report on requests. */
@NullMarked
package vn.edu.privacy.notification.oversight.application;

import org.jspecify.annotations.NullMarked;
