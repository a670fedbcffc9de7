/** Who looked at a student's requests and data, kept for good and told to the family (S-12, R-LOG-02). */
@NullMarked
package vn.edu.privacy.notification.look;

import org.jspecify.annotations.NullMarked;
