package vn.edu.privacy.consent.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.check.Look;
import vn.edu.privacy.consent.check.WhoLooked;
import vn.edu.privacy.consent.look.WhoViewed;
import vn.edu.privacy.platform.identity.Caller;

/** Which systems asked about the child, by day, and who of the school looked at what stands here (S-12). */
@Controller
class LookedPage {
    private static final int ONE_PAGE = 30;

    private final Family family;
    private final WhoLooked looked;
    private final WhoViewed viewed;

    LookedPage(Family family, WhoLooked looked, WhoViewed viewed) {
        this.viewed = viewed;
        this.family = family;
        this.looked = looked;
    }

    @GetMapping(Paths.LOOKED)
    Mono<Rendering> show(
            @PathVariable UUID studentId,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Long viewedBefore,
            Caller caller,
            Locale locale) {
        return family.child(caller, studentId)
                .flatMap(child -> Mono.zip(
                                looked.at(studentId, caller.requirePerson(), before, ONE_PAGE, locale.getLanguage()),
                                viewed.at(studentId, caller.requirePerson(), viewedBefore, ONE_PAGE))
                        .map(pages -> Rendering.view("looked")
                                .header("Cache-Control", "no-store")
                                .modelAttribute("say", family.say(child, locale))
                                .modelAttribute("child", child)
                                .modelAttribute("days", days(pages.getT1().looks()))
                                .modelAttribute(
                                        "next",
                                        Objects.requireNonNullElse(pages.getT1().next(), ""))
                                .modelAttribute("views", pages.getT2().looks())
                                .modelAttribute(
                                        "nextViews",
                                        Objects.requireNonNullElse(pages.getT2().next(), 0L))
                                .modelAttribute("later", before != null)
                                .build()));
    }

    private static List<Day> days(List<Look> looks) {
        Map<LocalDate, List<Look>> byDay =
                looks.stream().collect(Collectors.groupingBy(Look::day, LinkedHashMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /**
     * A day on which somebody asked.
     *
     * @param day in Asia/Ho_Chi_Minh
     * @param looks one for each system that asked
     */
    record Day(LocalDate day, List<Look> looks) {}
}
