/** The stand-in for the sector database: a roster, personal data and instructions over HTTP. */
@NullMarked
package vn.edu.privacy.standalone.sector;

import org.jspecify.annotations.NullMarked;
