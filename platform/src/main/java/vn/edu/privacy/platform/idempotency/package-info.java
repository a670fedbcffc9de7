/** A write repeated with the same key answers what it answered the first time and happens once. */
@NullMarked
package vn.edu.privacy.platform.idempotency;

import org.jspecify.annotations.NullMarked;
