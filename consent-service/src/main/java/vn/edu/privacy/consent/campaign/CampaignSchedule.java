package vn.edu.privacy.consent.campaign;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.InviteAndRemind;

/** Campaigns speak by the clock. Several instances may run at once: nobody is told twice. */
@Component
class CampaignSchedule {
    private final InviteAndRemind inviteAndRemind;

    CampaignSchedule(InviteAndRemind inviteAndRemind) {
        this.inviteAndRemind = inviteAndRemind;
    }

    @Scheduled(
            fixedDelayString = "${privacy.campaigns.interval:PT2M}",
            initialDelayString = "${privacy.campaigns.interval:PT2M}")
    Mono<Void> speak() {
        return inviteAndRemind.run();
    }
}
