package vn.edu.privacy.consent.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an emergency may be, and how soon it is judged.
 *
 * @param validFor how long one declaration permits use
 * @param reviewWithin by when an officer has to have judged it
 * @param lookBack over which time uses are counted by caller
 */
@ConfigurationProperties("privacy.emergencies")
record EmergencyProperties(
        @DefaultValue("PT24H") Duration validFor,
        @DefaultValue("P3D") Duration reviewWithin,
        @DefaultValue("P90D") Duration lookBack) {}
