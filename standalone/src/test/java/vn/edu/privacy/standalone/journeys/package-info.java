/** Walks through the whole running system as its people do, in a real browser and over HTTP. */
@NullMarked
package vn.edu.privacy.standalone.journeys;

import org.jspecify.annotations.NullMarked;
