/** Campaigns in PostgreSQL. */
@NullMarked
package vn.edu.privacy.consent.campaign.persistence;

import org.jspecify.annotations.NullMarked;
