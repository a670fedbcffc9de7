package vn.edu.privacy.consent.campaign.web;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.CampaignRefused;
import vn.edu.privacy.consent.campaign.application.ReadAwaited;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.CampaignState;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.platform.page.Times;
import vn.edu.privacy.platform.problem.ProblemException;

/** Campaigns in words. */
@Component
class CampaignWords {
    private static final String NAMELESS = "—";

    private final MessageSource texts;
    private final CampaignProblems problems;
    private final Purposes purposes;
    private final Clock clock;

    CampaignWords(MessageSource texts, CampaignProblems problems, Purposes purposes, Clock clock) {
        this.texts = texts;
        this.problems = problems;
        this.purposes = purposes;
        this.clock = clock;
    }

    String text(String key, Locale locale, Object... args) {
        return texts.getMessage(key, args, locale);
    }

    Shown shown(Campaign campaign, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
        CampaignState state = campaign.stateOn(today);
        String year = campaign.schoolYear().name().replace('-', '–');
        String name = campaign.names().get(locale.getLanguage());
        return new Shown(
                campaign.id(),
                name == null ? text("campaign.name", locale, year) : name,
                year,
                campaign.schoolId(),
                state,
                switch (state) {
                    case PLANNED -> "wait";
                    case OPEN -> "yes";
                    case CLOSED -> "no";
                },
                text("campaign.state." + state, locale),
                campaign.opensOn(),
                campaign.deadline(),
                campaign.daysLeft(today),
                String.join(", ", campaign.classes()));
    }

    /** The names of its purposes by code, in its order. */
    Mono<Map<String, String>> purposes(Campaign campaign, Locale locale) {
        return Flux.fromIterable(campaign.purposes())
                .concatMap(purposes::current)
                .collectMap(
                        purpose -> purpose.code(),
                        purpose -> purpose.notice(locale.getLanguage()).name(),
                        LinkedHashMap::new);
    }

    /** Who is missing, sorted as names are sorted here: by the last word first. */
    List<Missing> missing(
            List<ReadAwaited.OfStudent> found,
            Map<String, String> purposeNames,
            Map<UUID, StudentName> names,
            Locale locale) {
        Collator vietnamese = Collator.getInstance(Locale.of("vi"));
        return found.stream()
                .map(each -> {
                    StudentName name = names.get(each.student());
                    return new Missing(
                            name == null ? NAMELESS : name.full(),
                            each.sides().entrySet().stream()
                                    .map(entry -> new Awaited(
                                            purposeNames.getOrDefault(entry.getKey(), entry.getKey()),
                                            sides(entry.getValue(), locale)))
                                    .toList());
                })
                .sorted(Comparator.comparing(Missing::given, vietnamese).thenComparing(Missing::name, vietnamese))
                .toList();
    }

    Told told(CampaignRefused refused, Locale locale) {
        ProblemException problem = problems.of(refused);
        return new Told(
                HttpStatus.valueOf(problem.type().status()),
                text(
                        "problem." + problem.type().slug() + ".detail",
                        locale,
                        problem.args().toArray()));
    }

    private String sides(Set<Side> sides, Locale locale) {
        return text(
                sides.size() > 1
                        ? "campaign.awaits.BOTH"
                        : "campaign.awaits." + sides.iterator().next(),
                locale);
    }

    /** A campaign in words; public for the templates. */
    record Shown(
            UUID id,
            String name,
            String year,
            String schoolId,
            CampaignState state,
            String look,
            String label,
            LocalDate opensOn,
            LocalDate deadline,
            long daysLeft,
            String classes) {}

    /** A student for whom something is missing; public for the templates. */
    record Missing(String name, List<Awaited> purposes) {
        String given() {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }

    /** A purpose and who is awaited; public for the templates. */
    record Awaited(String purpose, String who) {}

    /** A refusal in words. */
    record Told(HttpStatus status, String text) {}
}
