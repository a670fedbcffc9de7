/** Who answers for what: the tree of units, their heads, and who does which task (letter 8343/SGDĐT-VP par. 1.6, 2.2). */
@NullMarked
package vn.edu.privacy.consent.unit;

import org.jspecify.annotations.NullMarked;
