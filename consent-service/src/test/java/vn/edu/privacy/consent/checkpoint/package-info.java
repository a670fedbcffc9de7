@NullMarked
package vn.edu.privacy.consent.checkpoint;

import org.jspecify.annotations.NullMarked;
