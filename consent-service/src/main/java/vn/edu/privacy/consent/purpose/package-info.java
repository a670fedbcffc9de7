/** The catalogue: purposes, their immutable versions, processing notices and what withdrawing means. */
@NullMarked
package vn.edu.privacy.consent.purpose;

import org.jspecify.annotations.NullMarked;
