/** Personal text sealed under a key of its subject; destroying the key erases it everywhere (crypto-shredding). */
@NullMarked
package vn.edu.privacy.platform.vault;

import org.jspecify.annotations.NullMarked;
