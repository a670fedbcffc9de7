@NullMarked
package vn.edu.privacy.consent.announcement;

import org.jspecify.annotations.NullMarked;
