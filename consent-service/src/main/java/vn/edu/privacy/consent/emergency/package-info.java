/** Use of data in an emergency without consent: declared with reasons, logged, and judged afterwards (R-EXC-03). */
@NullMarked
package vn.edu.privacy.consent.emergency;

import org.jspecify.annotations.NullMarked;
