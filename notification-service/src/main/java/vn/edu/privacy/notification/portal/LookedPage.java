package vn.edu.privacy.notification.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.look.WhoLooked;
import vn.edu.privacy.notification.look.WhoLooked.By;
import vn.edu.privacy.notification.look.WhoLooked.Seen;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Times;

/** Who looked at a student's requests and data, in plain words, by day (S-12). */
@Controller
class LookedPage {
    private static final int ONE_PAGE = 50;

    private final WhoLooked looked;
    private final Directory directory;
    private final Words words;

    LookedPage(WhoLooked looked, Directory directory, Words words) {
        this.looked = looked;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping(Paths.LOOKED)
    Mono<Rendering> show(
            @PathVariable UUID studentId,
            @RequestParam(required = false) @Nullable Long before,
            Caller caller,
            Locale locale) {
        return looked.at(studentId, caller.requirePerson(), before, ONE_PAGE)
                .zipWith(directory.students(List.of(studentId)))
                .map(known -> {
                    Rendering.Builder<?> page = Rendering.view("looked")
                            .header("Cache-Control", "no-store")
                            .modelAttribute("student", HomePage.Student.of(studentId, known.getT2()))
                            .modelAttribute("days", days(known.getT1().looks(), locale));
                    Long next = known.getT1().next();
                    return (next == null ? page : page.modelAttribute("next", next)).build();
                });
    }

    private List<Day> days(List<Seen> looks, Locale locale) {
        return looks.stream()
                .collect(Collectors.groupingBy(
                        seen -> LocalDate.ofInstant(seen.at(), Times.ZONE), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().stream().map(seen -> said(seen, locale)).toList()))
                .toList();
    }

    private Said said(Seen seen, Locale locale) {
        return new Said(
                words.text("looked.by." + seen.by(), locale),
                words.text("looked.what." + seen.what(), locale),
                seen.requestId(),
                seen.reference(),
                seen.at(),
                seen.by() == By.YOU,
                seen.by() == By.NOBODY_ENTITLED);
    }

    /**
     * A day on which somebody looked.
     *
     * @param day in Asia/Ho_Chi_Minh
     * @param looks newest first
     */
    record Day(LocalDate day, List<Said> looks) {}

    /**
     * One look in words.
     *
     * @param by who
     * @param what at what
     * @param requestId by which request
     * @param reference of the request
     * @param at when
     * @param own whether the reader may open the request
     * @param refused whether they were refused
     */
    record Said(String by, String what, UUID requestId, String reference, Instant at, boolean own, boolean refused) {}
}
