/** Every error becomes an RFC 9457 problem with a stable type, or an error page. */
@NullMarked
package vn.edu.privacy.platform.problem;

import org.jspecify.annotations.NullMarked;
