/** Legal regimes as data: parties, ages and clocks of each body of law, and the days that are not working days. */
@NullMarked
package vn.edu.privacy.contracts.law;

import org.jspecify.annotations.NullMarked;
