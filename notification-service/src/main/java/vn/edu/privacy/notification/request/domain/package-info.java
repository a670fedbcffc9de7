/** The data subject request: each state a type, so that a wrong transition does not compile. */
@NullMarked
package vn.edu.privacy.notification.request.domain;

import org.jspecify.annotations.NullMarked;
