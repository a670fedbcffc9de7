/** Forms, entries and batches in PostgreSQL. */
@NullMarked
package vn.edu.privacy.consent.paper.persistence;

import org.jspecify.annotations.NullMarked;
