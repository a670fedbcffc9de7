package vn.edu.privacy.consent.campaign.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.CampaignProperties;
import vn.edu.privacy.consent.campaign.application.CoverageFigures;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.Coverage;
import vn.edu.privacy.platform.identity.Caller;

/** How far a campaign has come, as closely as the reader may see it. */
@Component
class ReadCoverage {
    private final CoverageFigures figures;
    private final CampaignProperties properties;
    private final Clock clock;

    ReadCoverage(CoverageFigures figures, CampaignProperties properties, Clock clock) {
        this.figures = figures;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<Counted> of(Campaign campaign, Caller reader) {
        Instant at = clock.instant();
        return figures.count(campaign, at)
                .collectList()
                .map(cells -> Coverage.of(campaign.purposes(), cells))
                .map(all -> CampaignReaders.seesSmallGroups(reader, campaign)
                        ? all
                        : all.withoutSmallGroups(properties.smallestGroup()))
                .map(seen -> new Counted(at, seen));
    }

    /**
     * The figures.
     *
     * @param at as of when
     * @param coverage what the reader may see
     */
    record Counted(Instant at, Coverage coverage) {}
}
