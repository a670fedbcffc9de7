/** Who calls: people and systems of the realm, their roles, and the two security chains. */
@NullMarked
package vn.edu.privacy.platform.identity;

import org.jspecify.annotations.NullMarked;
