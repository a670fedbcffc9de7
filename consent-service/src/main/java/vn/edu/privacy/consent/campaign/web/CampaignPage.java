package vn.edu.privacy.consent.campaign.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.CampaignRefused;
import vn.edu.privacy.consent.campaign.application.Campaigns;
import vn.edu.privacy.consent.campaign.application.ReadAwaited;
import vn.edu.privacy.consent.campaign.application.SteerCampaign;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.CampaignState;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;

/** Campaigns on pages: how far each has come for all who may see it, who is missing for the school's officers. */
@Controller
class CampaignPage {
    static final String LIST = "/campaigns";
    static final String ONE = LIST + "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private static final int AT_ONCE = 100;
    /** Of how many open campaigns the list shows how far they have come. */
    private static final int COMPARED = 20;

    private static final Set<String> DONE = Set.of("planned", "reminded", "closed");

    private final Campaigns campaigns;
    private final CampaignReaders readers;
    private final ReadCoverage readCoverage;
    private final ReadAwaited readAwaited;
    private final SteerCampaign steerCampaign;
    private final Students students;
    private final CampaignWords words;

    CampaignPage(
            Campaigns campaigns,
            CampaignReaders readers,
            ReadCoverage readCoverage,
            ReadAwaited readAwaited,
            SteerCampaign steerCampaign,
            Students students,
            CampaignWords words) {
        this.campaigns = campaigns;
        this.readers = readers;
        this.readCoverage = readCoverage;
        this.readAwaited = readAwaited;
        this.steerCampaign = steerCampaign;
        this.students = students;
        this.words = words;
    }

    @GetMapping(LIST)
    Mono<Rendering> list(@RequestParam(required = false) @Nullable UUID before, Caller caller, Locale locale) {
        return campaigns
                .list(CampaignReaders.keptTo(caller), before, AT_ONCE)
                .collectList()
                .flatMap(found -> compared(found, caller, locale)
                        .map(coverage -> Rendering.view("campaigns")
                                .modelAttribute(
                                        "campaigns",
                                        found.stream()
                                                .map(campaign -> words.shown(campaign, locale))
                                                .toList())
                                .modelAttribute("coverage", coverage)
                                .modelAttribute("more", found.size() == AT_ONCE)
                                .modelAttribute("officer", caller.is(Role.SCHOOL_OFFICER))
                                .build()));
    }

    /** Open campaigns by school and purpose, for those who oversee; who works at the school reads it class by class. */
    private Mono<List<CoverageTable.OfCampaign>> compared(List<Campaign> found, Caller caller, Locale locale) {
        if (caller.is(Role.SCHOOL_OFFICER) || caller.is(Role.SCHOOL_STAFF)) {
            return Mono.just(List.of());
        }
        return Flux.fromIterable(found)
                .filter(campaign -> words.shown(campaign, locale).state() == CampaignState.OPEN)
                .take(COMPARED)
                .concatMap(campaign -> Mono.zip(words.purposes(campaign, locale), readCoverage.of(campaign, caller))
                        .map(known -> new CoverageTable.OfCampaign(
                                words.shown(campaign, locale),
                                CoverageTable.of(known.getT2().coverage(), known.getT1())
                                        .total())))
                .collectList();
    }

    @GetMapping(ONE)
    Mono<Rendering> show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            Caller caller,
            Locale locale) {
        return readers.campaign(id, caller)
                .flatMap(campaign -> page(campaign, caller, locale, HttpStatus.OK, done, null));
    }

    /** A form that was sent back stands at its own address: there, another language or a reload leads to the campaign. */
    @GetMapping({ONE + "/reminders", ONE + "/closure"})
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(address(id)).build();
    }

    @PostMapping(ONE + "/reminders")
    Mono<Rendering> remind(@PathVariable UUID id, Caller caller, Locale locale) {
        return readers.ownCampaign(id, caller)
                .flatMap(campaign -> steerCampaign
                        .remind(id, caller.id())
                        .thenReturn(redirect(id, "reminded"))
                        .onErrorResume(CampaignRefused.class, refused -> refused(campaign, refused, caller, locale)));
    }

    @PostMapping(ONE + "/closure")
    Mono<Rendering> close(@PathVariable UUID id, Caller caller, Locale locale) {
        return readers.ownCampaign(id, caller)
                .flatMap(campaign -> steerCampaign
                        .close(id, caller.id())
                        .thenReturn(redirect(id, "closed"))
                        .onErrorResume(CampaignRefused.class, refused -> refused(campaign, refused, caller, locale)));
    }

    /** Who is missing in a class, by name: officers of the school only. */
    @GetMapping(ONE + "/missing")
    Mono<Rendering> missing(
            @PathVariable UUID id, @RequestParam("class") String className, Caller caller, Locale locale) {
        return readers.ownCampaign(id, caller)
                .flatMap(campaign -> Mono.zip(
                                words.purposes(campaign, locale),
                                readAwaited.inClass(campaign, className).collectList())
                        .flatMap(known -> students.names(known.getT2().stream()
                                        .map(ReadAwaited.OfStudent::student)
                                        .toList())
                                .map(names -> Rendering.view("campaign-missing")
                                        .modelAttribute("campaign", words.shown(campaign, locale))
                                        .modelAttribute("className", className)
                                        .modelAttribute(
                                                "missing", words.missing(known.getT2(), known.getT1(), names, locale))
                                        .build())));
    }

    private Mono<Rendering> refused(Campaign campaign, CampaignRefused refused, Caller caller, Locale locale) {
        CampaignWords.Told told = words.told(refused, locale);
        return page(campaign, caller, locale, told.status(), null, told.text());
    }

    private Mono<Rendering> page(
            Campaign campaign,
            Caller caller,
            Locale locale,
            HttpStatus status,
            @Nullable String done,
            @Nullable String refusal) {
        return Mono.zip(words.purposes(campaign, locale), readCoverage.of(campaign, caller))
                .map(known -> Rendering.view("campaign")
                        .status(status)
                        .modelAttribute("campaign", words.shown(campaign, locale))
                        .modelAttribute("table", CoverageTable.of(known.getT2().coverage(), known.getT1()))
                        .modelAttribute("at", known.getT2().at())
                        .modelAttribute("officer", CampaignReaders.seesNames(caller, campaign))
                        .modelAttribute("done", done != null && DONE.contains(done) ? done : "")
                        .modelAttribute("refusal", refusal == null ? "" : refusal)
                        .build());
    }

    private static Rendering redirect(UUID id, String done) {
        return Rendering.redirectTo(address(id) + "?done=" + done).build();
    }

    static String address(UUID id) {
        return LIST + "/" + id;
    }
}
