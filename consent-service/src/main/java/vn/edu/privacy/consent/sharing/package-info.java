/** With whom data may be shared, under which agreement, by which route (letter 8343/SGDĐT-VP par. 3). */
@NullMarked
package vn.edu.privacy.consent.sharing;

import org.jspecify.annotations.NullMarked;
