/** Campaigns' rules in plain Java. */
@NullMarked
package vn.edu.privacy.consent.campaign.domain;

import org.jspecify.annotations.NullMarked;
