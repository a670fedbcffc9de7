/** What a school may collect of whom: its classes by the purposes in force, for the people who are about to collect. */
@NullMarked
package vn.edu.privacy.consent.classlist;

import org.jspecify.annotations.NullMarked;
