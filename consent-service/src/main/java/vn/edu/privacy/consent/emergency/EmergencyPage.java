package vn.edu.privacy.consent.emergency;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.DataCategory;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Schools;

/** Where officers judge uses in emergencies, and see who declares how many. */
@Controller
class EmergencyPage {
    static final String ALL = "/emergencies";
    private static final String REVIEW =
            ALL + "/{useId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/review";
    private static final String NAMELESS = "—";
    private static final int MARK = 4;
    private static final int SHORTEST_NOTE = 3;
    private static final int LONGEST_NOTE = 1000;

    private final Emergencies emergencies;
    private final Students students;
    private final Purposes purposes;
    private final Schools schools;
    private final MessageSource texts;

    EmergencyPage(Emergencies emergencies, Students students, Purposes purposes, Schools schools, MessageSource texts) {
        this.emergencies = emergencies;
        this.students = students;
        this.purposes = purposes;
        this.schools = schools;
        this.texts = texts;
    }

    @GetMapping(ALL)
    Mono<Rendering> show(Caller caller, Locale locale) {
        return page(caller, locale, HttpStatus.OK);
    }

    @PostMapping(REVIEW)
    Mono<Rendering> review(@PathVariable UUID useId, Caller caller, Locale locale, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String note = String.valueOf(form.getFirst("note")).strip();
            boolean judged =
                    "JUSTIFIED".equals(form.getFirst("outcome")) || "NOT_JUSTIFIED".equals(form.getFirst("outcome"));
            if (!judged || !form.containsKey("note") || note.length() < SHORTEST_NOTE || note.length() > LONGEST_NOTE) {
                return page(caller, locale, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return emergencies
                    .review(
                            useId,
                            EmergencyController.school(caller),
                            Outcome.valueOf(String.valueOf(form.getFirst("outcome"))),
                            note,
                            caller.id())
                    .thenReturn(Rendering.redirectTo(ALL).build());
        });
    }

    private Mono<Rendering> page(Caller caller, Locale locale, HttpStatus status) {
        return emergencies
                .overview(EmergencyController.school(caller))
                .flatMap(overview -> Mono.zip(
                                students.names(overview.uses().stream()
                                        .map(EmergencyUse::studentId)
                                        .distinct()
                                        .toList()),
                                purposes.allCurrent().collectMap(PublishedPurpose::code))
                        .map(known -> Rendering.view("emergencies")
                                .status(status)
                                .modelAttribute("wrong", status.isError())
                                .modelAttribute("article", EmergencyController.ARTICLE)
                                .modelAttribute(
                                        "uses", shown(overview, known.getT1(), known.getT2(), caller.id(), locale))
                                .modelAttribute(
                                        "callers",
                                        overview.callers().stream()
                                                .map(each -> new Counted(
                                                        who(
                                                                each.caller(),
                                                                position(overview, each.caller()),
                                                                each.schoolId(),
                                                                caller.id(),
                                                                locale),
                                                        each))
                                                .toList())
                                .build()));
    }

    private List<Shown> shown(
            Emergencies.Overview overview,
            Map<UUID, StudentName> names,
            Map<String, PublishedPurpose> purposes,
            String reader,
            Locale locale) {
        String language = locale.getLanguage();
        return IntStream.range(0, overview.uses().size())
                .mapToObj(i -> {
                    EmergencyUse use = overview.uses().get(i);
                    StudentName name = names.get(use.studentId());
                    PublishedPurpose purpose = purposes.get(use.purpose());
                    return new Shown(
                            use,
                            name == null ? NAMELESS : name.full(),
                            purpose == null
                                    ? use.purpose()
                                    : purpose.notice(language).name(),
                            data(use, purpose, language),
                            overview.justifications().get(i).orElse(NAMELESS),
                            who(use.caller(), use.position(), use.schoolId(), reader, locale),
                            use.overdue(overview.at()),
                            use.caller().equals(reader));
                })
                .toList();
    }

    /** Who declared it, in words: this service knows no names of staff, so a mark tells one from another. */
    private String who(String caller, @Nullable Position position, String school, String reader, Locale locale) {
        String key = caller.equals(reader) ? "reader" : position == null ? "SCHOOL" : position.name();
        String mark = caller.substring(Math.max(0, caller.length() - MARK));
        return texts.getMessage("emergency.by." + key, new Object[] {schools.name(school, locale), mark}, locale);
    }

    /** As what somebody declared; null where none of the uses shown tells. */
    private static @Nullable Position position(Emergencies.Overview overview, String caller) {
        for (EmergencyUse use : overview.uses()) {
            if (use.caller().equals(caller) && use.position() != null) {
                return use.position();
            }
        }
        return null;
    }

    /** What was used, in the words of the purpose; a category that it no longer has, by its code. */
    private static String data(EmergencyUse use, @Nullable PublishedPurpose purpose, String language) {
        Map<String, String> names = purpose == null
                ? Map.of()
                : purpose.categories().stream()
                        .collect(Collectors.toMap(DataCategory::code, category -> category.name(language)));
        return use.categories().stream()
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
    }

    /**
     * One use on the page.
     *
     * @param use the use
     * @param student the student's name
     * @param purpose the purpose's name
     * @param data what was used, in words
     * @param justification why, in the words of who declared it
     * @param who who declared it, in words
     * @param overdue whether it was not judged in time
     * @param mine whether the reader declared it, and so cannot judge it
     */
    record Shown(
            EmergencyUse use,
            String student,
            String purpose,
            String data,
            String justification,
            String who,
            boolean overdue,
            boolean mine) {}

    /**
     * How many somebody declared lately.
     *
     * @param who in words
     * @param uses the counts
     */
    record Counted(String who, R2dbcEmergencyUses.OfCaller uses) {}
}
