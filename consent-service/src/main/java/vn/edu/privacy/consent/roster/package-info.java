/** Students, their enrolments and their guardians: dated facts from the sector database. */
@NullMarked
package vn.edu.privacy.consent.roster;

import org.jspecify.annotations.NullMarked;
