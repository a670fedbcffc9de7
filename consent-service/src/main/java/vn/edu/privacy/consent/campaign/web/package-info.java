/** Campaigns over HTTP and on the officers' pages. */
@NullMarked
package vn.edu.privacy.consent.campaign.web;

import org.jspecify.annotations.NullMarked;
