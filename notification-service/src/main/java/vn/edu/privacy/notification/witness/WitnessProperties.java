package vn.edu.privacy.notification.witness;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkpoints are witnessed.
 *
 * @param keysUrl where the ledger publishes its keys (JWKS)
 * @param keysFor how long they are believed without reading them again; as long as the ledger says that they may be cached
 * @param keysTimeout after which they count as away
 */
@ConfigurationProperties("privacy.witness")
record WitnessProperties(
        URI keysUrl,
        @DefaultValue("PT1H") Duration keysFor,
        @DefaultValue("PT5S") Duration keysTimeout) {}
