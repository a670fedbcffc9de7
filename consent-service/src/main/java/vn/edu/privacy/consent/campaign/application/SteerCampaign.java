package vn.edu.privacy.consent.campaign.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.CampaignState;
import vn.edu.privacy.consent.consent.domain.ConsentRules;

/** What an officer does to a campaign after it was planned. Runs in the caller's transaction. */
public final class SteerCampaign {
    private final Campaigns campaigns;
    private final Duration betweenReminders;
    private final Clock clock;

    /**
     * Collaborators.
     *
     * @param campaigns the campaigns
     * @param betweenReminders how long an officer waits before asking for reminders again
     * @param clock the time
     */
    public SteerCampaign(Campaigns campaigns, Duration betweenReminders, Clock clock) {
        this.campaigns = campaigns;
        this.betweenReminders = betweenReminders;
        this.clock = clock;
    }

    /**
     * Closes it for good: nobody is invited or reminded any more, and every answer stays what it is.
     *
     * @throws CampaignRefused (as an error signal) when it is closed already
     */
    public Mono<Campaign> close(UUID id, String by) {
        Instant now = now();
        return campaigns
                .lock(id)
                .flatMap(campaign -> campaign.stateOn(day(now)) == CampaignState.CLOSED
                        ? Mono.error(() -> CampaignRefused.of(CampaignRefused.Reason.CLOSED, ""))
                        : campaigns.close(id, now, by).then(campaigns.find(id)));
    }

    /**
     * Has everybody reminded whose answer is missing.
     *
     * @return from when on it may be asked for again
     * @throws CampaignRefused (as an error signal) when it is not open, or was asked for too short a time ago
     */
    public Mono<Instant> remind(UUID id, String by) {
        Instant now = now();
        return campaigns.lock(id).flatMap(campaign -> {
            if (campaign.stateOn(day(now)) != CampaignState.OPEN) {
                return Mono.error(() -> CampaignRefused.of(CampaignRefused.Reason.NOT_OPEN, ""));
            }
            return campaigns
                    .lastAskedFor(id)
                    .map(last -> last.plus(betweenReminders))
                    .filter(now::isBefore)
                    .flatMap(possible -> Mono.<Instant>error(() -> CampaignRefused.tooSoon(possible)))
                    .switchIfEmpty(campaigns.askForReminder(id, now, by).thenReturn(now.plus(betweenReminders)));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ConsentRules.ZONE);
    }
}
