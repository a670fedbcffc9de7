@NullMarked
package vn.edu.privacy.consent.receipt;

import org.jspecify.annotations.NullMarked;
