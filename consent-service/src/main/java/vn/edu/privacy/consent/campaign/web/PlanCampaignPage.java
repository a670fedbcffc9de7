package vn.edu.privacy.consent.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.CampaignPeople;
import vn.edu.privacy.consent.campaign.application.CampaignRefused;
import vn.edu.privacy.consent.campaign.application.PlanCampaign;
import vn.edu.privacy.consent.campaign.domain.CampaignPlan;
import vn.edu.privacy.consent.campaign.domain.SchoolYear;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Times;

/** The form on which an officer plans a campaign; what was written comes back with what is wrong. */
@Controller
class PlanCampaignPage {
    static final String PLAN = CampaignPage.LIST + "/new";

    private static final int LONGEST_NAME = 120;

    private final PlanCampaign planCampaign;
    private final CampaignPeople people;
    private final Purposes purposes;
    private final CampaignWords words;
    private final Clock clock;

    PlanCampaignPage(
            PlanCampaign planCampaign, CampaignPeople people, Purposes purposes, CampaignWords words, Clock clock) {
        this.planCampaign = planCampaign;
        this.people = people;
        this.purposes = purposes;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(PLAN)
    Mono<Rendering> form(Caller caller, Locale locale) {
        SchoolYear year = SchoolYear.of(today());
        LocalDate deadline = today().isAfter(year.endOfCalendarYear()) ? year.lastDay() : year.endOfCalendarYear();
        return page(
                caller,
                locale,
                new Written(year.name(), "", "", List.of(), List.of(), today().toString(), deadline.toString()),
                HttpStatus.OK,
                "");
    }

    @PostMapping(PLAN)
    Mono<Rendering> plan(Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Written written = Written.of(form);
            CampaignPlan plan = written.plan();
            if (plan == null) {
                return page(
                        caller,
                        locale,
                        written,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        words.text("campaign.form.unreadable", locale));
            }
            return planCampaign
                    .plan(plan, CampaignReaders.officersSchool(caller), caller.id())
                    .map(campaign -> Rendering.redirectTo(CampaignPage.address(campaign.id()) + "?done=planned")
                            .build())
                    .onErrorResume(CampaignRefused.class, refused -> {
                        CampaignWords.Told told = words.told(refused, locale);
                        return page(caller, locale, written, told.status(), told.text());
                    });
        });
    }

    private Mono<Rendering> page(Caller caller, Locale locale, Written written, HttpStatus status, String refusal) {
        return Mono.zip(
                        purposes.allCurrent()
                                .filter(purpose -> purpose.basis().needsConsent())
                                .map(purpose -> new Choice(
                                        purpose.code(),
                                        purpose.notice(locale.getLanguage()).name()))
                                .collectList(),
                        people.classes(CampaignReaders.officersSchool(caller), today()))
                .map(known -> Rendering.view("campaign-new")
                        .status(status)
                        .modelAttribute("purposes", known.getT1())
                        .modelAttribute("classes", known.getT2())
                        .modelAttribute("written", written)
                        .modelAttribute("refusal", refusal)
                        .build());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }

    /**
     * A purpose to choose; public for the templates.
     *
     * @param code the purpose
     * @param name in plain words
     */
    record Choice(String code, String name) {}

    /** The form as it was filled in; public for the templates. */
    record Written(
            String schoolYear,
            String nameVi,
            String nameEn,
            List<String> purposes,
            List<String> classes,
            String opensOn,
            String deadline) {

        static Written of(MultiValueMap<String, String> form) {
            return new Written(
                    text(form, "schoolYear"),
                    text(form, "nameVi"),
                    text(form, "nameEn"),
                    form.getOrDefault("purposes", List.of()),
                    form.getOrDefault("classes", List.of()),
                    text(form, "opensOn"),
                    text(form, "deadline"));
        }

        /** What is wanted; null when a day cannot be read or a name is too long. */
        @Nullable
        CampaignPlan plan() {
            Map<String, String> names = new HashMap<>();
            if (!nameVi.isEmpty()) {
                names.put("vi", nameVi);
            }
            if (!nameEn.isEmpty()) {
                names.put("en", nameEn);
            }
            if (names.values().stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
                return null;
            }
            try {
                return new CampaignPlan(
                        schoolYear, names, purposes, classes, LocalDate.parse(opensOn), LocalDate.parse(deadline));
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }

        private static String text(MultiValueMap<String, String> form, String field) {
            return form.getOrDefault(field, List.of("")).getFirst().strip();
        }
    }
}
