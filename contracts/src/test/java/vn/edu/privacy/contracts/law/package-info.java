/** Tests of the legal regimes. */
@NullMarked
package vn.edu.privacy.contracts.law;

import org.jspecify.annotations.NullMarked;
