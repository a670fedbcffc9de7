package vn.edu.privacy.consent.campaign.application;

import java.time.Instant;
import reactor.core.publisher.Flux;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.Coverage;

/** Counts how far a campaign has come. */
@FunctionalInterface
public interface CoverageFigures {
    /** The figures of each class and purpose at that instant. */
    Flux<Coverage.Cell> count(Campaign campaign, Instant at);
}
