/** Who consented to what, for whom, under which notice; and whether a school may collect something now. */
@NullMarked
package vn.edu.privacy.consent;

import org.jspecify.annotations.NullMarked;
