/** A service with pages and an API of a few lines, to try the platform's web side as its users meet it. */
@NullMarked
package vn.edu.privacy.platform.web;

import org.jspecify.annotations.NullMarked;
