/** Figures, and which of them may be shown; plain Java. */
@NullMarked
package vn.edu.privacy.notification.oversight.domain;

import org.jspecify.annotations.NullMarked;
