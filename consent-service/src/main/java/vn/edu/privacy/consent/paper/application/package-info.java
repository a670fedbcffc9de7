/** Printing forms, entering what was signed, checking it, and taking in what schools already hold. */
@NullMarked
package vn.edu.privacy.consent.paper.application;

import org.jspecify.annotations.NullMarked;
