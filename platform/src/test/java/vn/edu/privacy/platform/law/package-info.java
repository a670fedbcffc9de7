/** From each rule of law to the tests that prove it: what {@code docs/law.md} says, and that nothing is missing there. */
@NullMarked
package vn.edu.privacy.platform.law;

import org.jspecify.annotations.NullMarked;
