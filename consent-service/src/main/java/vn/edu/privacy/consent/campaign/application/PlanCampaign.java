package vn.edu.privacy.consent.campaign.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.CampaignPlan;
import vn.edu.privacy.consent.campaign.domain.SchoolYear;
import vn.edu.privacy.consent.collection.FormLinks;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.purpose.Purposes;

/** A school's officer plans a campaign; it opens by itself on its first day. */
public final class PlanCampaign {
    private final Campaigns campaigns;
    private final CampaignPeople people;
    private final Purposes purposes;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** Collaborators: campaigns, roster, catalogue, time and ids. */
    public PlanCampaign(
            Campaigns campaigns, CampaignPeople people, Purposes purposes, Clock clock, Supplier<UUID> ids) {
        this.campaigns = campaigns;
        this.people = people;
        this.purposes = purposes;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes the plan a campaign of that school.
     *
     * @param by the officer, as the realm names them
     * @throws CampaignRefused (as an error signal) when something speaks against it
     */
    public Mono<Campaign> plan(CampaignPlan plan, String schoolId, String by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
        CampaignPlan.Flaw flaw = plan.flaw(today).orElse(null);
        if (flaw != null) {
            return Mono.error(() -> CampaignRefused.of(flaw));
        }
        if (plan.names().values().stream().anyMatch(name -> FormLinks.in(name).isPresent())) {
            return refuse(CampaignRefused.Reason.LINKS_TO_FORM, "name");
        }
        SchoolYear year = SchoolYear.named(plan.schoolYear()).orElseThrow();
        Campaign campaign = new Campaign(
                ids.get(),
                schoolId,
                year,
                plan.names(),
                plan.purposes(),
                plan.classes(),
                plan.opensOn(),
                plan.deadline(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        return Flux.fromIterable(plan.purposes())
                .concatMap(this::requireAsked)
                .then(requireClasses(plan, schoolId, today))
                .then(campaigns.add(campaign, by))
                .thenReturn(campaign);
    }

    private Mono<Void> requireAsked(String code) {
        return purposes.current(code)
                .switchIfEmpty(refuse(CampaignRefused.Reason.UNKNOWN_PURPOSE, code))
                .flatMap(purpose -> {
                    if (!purpose.active()) {
                        return refuse(CampaignRefused.Reason.PURPOSE_RETIRED, code);
                    }
                    return purpose.basis().needsConsent()
                            ? Mono.empty()
                            : refuse(CampaignRefused.Reason.NO_CONSENT_NEEDED, code);
                });
    }

    private Mono<Void> requireClasses(CampaignPlan plan, String schoolId, LocalDate today) {
        return people.classes(schoolId, today)
                .flatMap(known -> plan.classes().stream()
                        .filter(wanted -> !known.contains(wanted))
                        .findFirst()
                        .<Mono<Void>>map(unknown -> refuse(CampaignRefused.Reason.UNKNOWN_CLASS, unknown))
                        .orElse(Mono.empty()));
    }

    private static <T> Mono<T> refuse(CampaignRefused.Reason reason, String subject) {
        return Mono.error(() -> CampaignRefused.of(reason, subject));
    }
}
