/** By which channels data may be collected, and which are never one (letter 8343/SGDĐT-VP par. 1.2–1.4). */
@NullMarked
package vn.edu.privacy.consent.collection;

import org.jspecify.annotations.NullMarked;
