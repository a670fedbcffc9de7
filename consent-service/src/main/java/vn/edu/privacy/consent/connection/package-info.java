/** Whose systems are connected, and how they are disconnected, in the end for good (letter 8343/SGDĐT-VP par. 3.4). */
@NullMarked
package vn.edu.privacy.consent.connection;

import org.jspecify.annotations.NullMarked;
