package vn.edu.privacy.consent.campaign.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.Announcement;
import vn.edu.privacy.consent.announcement.AnnouncementKind;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.campaign.application.CampaignPeople.Relation;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.Step;
import vn.edu.privacy.consent.consent.domain.ConsentRules;

/**
 * Invites and reminds those whose answer is missing: each once per step, however many children and purposes wait, and never
 * who has answered everything. Page by page, so that no school stands in memory; several instances may run at once, since
 * what a step has reached commits together with what it tells.
 */
public final class InviteAndRemind {
    private static final Duration ASKED_FOR_LATELY = Duration.ofDays(1);

    private final Campaigns campaigns;
    private final CampaignPeople people;
    private final ReadAwaited awaited;
    private final Announcements announcements;
    private final Pace pace;
    private final UnaryOperator<Mono<Void>> transaction;
    private final Clock clock;

    /**
     * Collaborators.
     *
     * @param campaigns the campaigns
     * @param people whom they concern
     * @param awaited whose answer is missing
     * @param announcements has them told
     * @param pace when, and how many at once
     * @param transaction makes one page one transaction
     * @param clock the time
     */
    public InviteAndRemind(
            Campaigns campaigns,
            CampaignPeople people,
            ReadAwaited awaited,
            Announcements announcements,
            Pace pace,
            UnaryOperator<Mono<Void>> transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.people = people;
        this.awaited = awaited;
        this.announcements = announcements;
        this.pace = pace;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through every open campaign. */
    public Mono<Void> run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return campaignsBehind(null, now);
    }

    private Mono<Void> campaignsBehind(@Nullable UUID after, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ConsentRules.ZONE);
        return campaigns.open(today, after, pace.atOnce()).collectList().flatMap(page -> {
            Mono<Void> told = Flux.fromIterable(page)
                    .concatMap(campaign ->
                            steps(campaign, today, now).concatMap(step -> peopleBehind(null, campaign, step, now)))
                    .then();
            return page.size() < pace.atOnce()
                    ? told
                    : told.then(Mono.defer(() -> campaignsBehind(page.getLast().id(), now)));
        });
    }

    private Flux<Step> steps(Campaign campaign, LocalDate today, Instant now) {
        return Flux.concat(
                Mono.justOrEmpty(campaign.stepOn(today, pace.reminderDays())),
                campaigns
                        .lastAskedFor(campaign.id())
                        .filter(asked -> asked.isAfter(now.minus(ASKED_FOR_LATELY)))
                        .map(Step::askedFor));
    }

    private Mono<Void> peopleBehind(@Nullable UUID after, Campaign campaign, Step step, Instant now) {
        return people.notReached(campaign, step, now, after, pace.atOnce())
                .collectList()
                .flatMap(relations -> {
                    Set<UUID> persons = new LinkedHashSet<>();
                    relations.forEach(relation -> persons.add(relation.person()));
                    if (persons.isEmpty()) {
                        return Mono.empty();
                    }
                    Mono<Void> told = missing(relations, campaign)
                            .flatMap(missing -> transaction.apply(tell(missing, campaign, step, now)));
                    UUID last = new ArrayList<>(persons).getLast();
                    return persons.size() < pace.atOnce()
                            ? told
                            : told.then(Mono.defer(() -> peopleBehind(last, campaign, step, now)));
                });
    }

    /** Who of them is awaited for any of their students. */
    private Mono<List<UUID>> missing(List<Relation> relations, Campaign campaign) {
        return Flux.fromStream(relations.stream().map(Relation::student).distinct())
                .concatMap(student -> awaited.of(student, campaign))
                .collectMap(ReadAwaited.OfStudent::student)
                .map(byStudent -> relations.stream()
                        .filter(relation -> {
                            ReadAwaited.OfStudent found = byStudent.get(relation.student());
                            return found != null && found.awaits(relation.side());
                        })
                        .map(Relation::person)
                        .distinct()
                        .toList());
    }

    private Mono<Void> tell(List<UUID> missing, Campaign campaign, Step step, Instant now) {
        if (missing.isEmpty()) {
            return Mono.empty();
        }
        AnnouncementKind kind = switch (step.kind()) {
            case INVITATION -> AnnouncementKind.CAMPAIGN_INVITATION;
            case REMINDER -> AnnouncementKind.CAMPAIGN_REMINDER;
        };
        return people.remember(campaign.id(), step, missing, now)
                .collectList()
                .flatMap(reached -> announcements.tell(Announcement.toPeople(kind, reached, now)
                        .inCampaign(campaign.id())
                        .on(campaign.deadline())));
    }

    /**
     * When, and how many at once.
     *
     * @param reminderDays days before the deadline on which those missing are reminded
     * @param atOnce campaigns or people per page
     */
    public record Pace(List<Integer> reminderDays, int atOnce) {
        public Pace {
            reminderDays = List.copyOf(reminderDays);
        }
    }
}
