package vn.edu.privacy.consent.campaign.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.Campaigns;
import vn.edu.privacy.consent.campaign.application.PlanCampaign;
import vn.edu.privacy.consent.campaign.application.SteerCampaign;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Times;

/** Campaigns over HTTP. */
@RestController
@RequestMapping("/v1/campaigns")
class CampaignController {
    private static final int AT_ONCE = 100;

    private final Campaigns campaigns;
    private final CampaignReaders readers;
    private final PlanCampaign planCampaign;
    private final SteerCampaign steerCampaign;
    private final ReadCoverage readCoverage;
    private final Clock clock;

    CampaignController(
            Campaigns campaigns,
            CampaignReaders readers,
            PlanCampaign planCampaign,
            SteerCampaign steerCampaign,
            ReadCoverage readCoverage,
            Clock clock) {
        this.campaigns = campaigns;
        this.readers = readers;
        this.planCampaign = planCampaign;
        this.steerCampaign = steerCampaign;
        this.readCoverage = readCoverage;
        this.clock = clock;
    }

    @GetMapping
    Mono<CampaignBodies.Many> list(@RequestParam(required = false) @Nullable UUID before, Caller caller) {
        return campaigns
                .list(CampaignReaders.keptTo(caller), before, AT_ONCE)
                .map(campaign -> CampaignBodies.One.of(campaign, today()))
                .collectList()
                .map(CampaignBodies.Many::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CampaignBodies.One> plan(@Valid @RequestBody CampaignBodies.Plan body, Caller caller) {
        return planCampaign
                .plan(body.plan(), CampaignReaders.officersSchool(caller), caller.id())
                .map(campaign -> CampaignBodies.One.of(campaign, today()));
    }

    @GetMapping("/{campaignId}")
    Mono<CampaignBodies.One> one(@PathVariable UUID campaignId, Caller caller) {
        return readers.campaign(campaignId, caller).map(campaign -> CampaignBodies.One.of(campaign, today()));
    }

    @PostMapping("/{campaignId}/closure")
    Mono<CampaignBodies.One> close(@PathVariable UUID campaignId, Caller caller) {
        return readers.ownCampaign(campaignId, caller)
                .flatMap(campaign -> steerCampaign.close(campaign.id(), caller.id()))
                .map(campaign -> CampaignBodies.One.of(campaign, today()));
    }

    @PostMapping("/{campaignId}/reminders")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<CampaignBodies.Reminding> remind(@PathVariable UUID campaignId, Caller caller) {
        return readers.ownCampaign(campaignId, caller)
                .flatMap(campaign -> steerCampaign.remind(campaign.id(), caller.id()))
                .map(CampaignBodies.Reminding::new);
    }

    @GetMapping("/{campaignId}/coverage")
    Mono<CampaignBodies.Covered> coverage(@PathVariable UUID campaignId, Caller caller) {
        return readers.campaign(campaignId, caller)
                .flatMap(campaign ->
                        readCoverage.of(campaign, caller).map(counted -> CampaignBodies.Covered.of(campaign, counted)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }
}
