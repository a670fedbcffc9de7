/** Brings the demo's roster and purposes into consent-service through its API. */
@NullMarked
package vn.edu.privacy.standalone.feeding;

import org.jspecify.annotations.NullMarked;
