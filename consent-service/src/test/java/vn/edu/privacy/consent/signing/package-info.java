@NullMarked
package vn.edu.privacy.consent.signing;

import org.jspecify.annotations.NullMarked;
