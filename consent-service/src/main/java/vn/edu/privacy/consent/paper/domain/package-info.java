/** Form numbers, printed forms, and the sampling of what schools hold from before. */
@NullMarked
package vn.edu.privacy.consent.paper.domain;

import org.jspecify.annotations.NullMarked;
