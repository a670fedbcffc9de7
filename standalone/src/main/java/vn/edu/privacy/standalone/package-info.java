/** The whole system on one machine: starts every part, feeds the demo schools in, and stops everything again. */
@NullMarked
package vn.edu.privacy.standalone;

import org.jspecify.annotations.NullMarked;
