/** Which ages the law names today, and what the operator keeps on top of it. */
@NullMarked
package vn.edu.privacy.consent.law;

import org.jspecify.annotations.NullMarked;
