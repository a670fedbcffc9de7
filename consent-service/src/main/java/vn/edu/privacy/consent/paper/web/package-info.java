/** API and pages of the desk. */
@NullMarked
package vn.edu.privacy.consent.paper.web;

import org.jspecify.annotations.NullMarked;
