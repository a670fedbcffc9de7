/** Use cases of campaigns, and the ports that they need. */
@NullMarked
package vn.edu.privacy.consent.campaign.application;

import org.jspecify.annotations.NullMarked;
