package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Directory;
import vn.edu.privacy.notification.holder.Directory.StudentName;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** What a school's officers and its head have to look at: guardians who disagree, for one (R-CH-22). */
@Controller
class OfficerNoticesPage {
    private static final String PATH = "/officer/notices";
    private static final String ONE = "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/reading";

    private final OfficerNotices notices;
    private final Catalogue catalogue;
    private final Directory directory;
    private final NoticeTexts texts;
    private final NoticeLinks links;
    private final Clock clock;

    OfficerNoticesPage(
            OfficerNotices notices,
            Catalogue catalogue,
            Directory directory,
            NoticeTexts texts,
            NoticeLinks links,
            Clock clock) {
        this.notices = notices;
        this.catalogue = catalogue;
        this.directory = directory;
        this.texts = texts;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(Caller caller, Locale locale) {
        String school = OfficerSchool.of(caller);
        return Mono.zip(notices.unseen(school), notices.list(school))
                .flatMap(found -> shown(found.getT2(), locale)
                        .map(items -> Rendering.view("officer-notices")
                                .modelAttribute("unseen", found.getT1())
                                .modelAttribute("notices", items)
                                .modelAttribute("full", items.size() == OfficerNotices.MOST)
                                .modelAttribute("works", caller.is(Role.SCHOOL_OFFICER))
                                .modelAttribute("handles", !caller.is(Role.HEAD_OF_UNIT))
                                .build()));
    }

    @PostMapping(PATH + ONE)
    Mono<Rendering> see(@PathVariable UUID id, Caller caller) {
        return notices.see(id, OfficerSchool.of(caller), caller.id(), clock.instant())
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .thenReturn(Rendering.redirectTo(PATH).build());
    }

    private Mono<List<Shown>> shown(List<OfficerNotices.Item> items, Locale locale) {
        List<String> codes = items.stream()
                .map(item -> item.matter().purpose())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<UUID> students = items.stream()
                .map(item -> item.matter().studentId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Mono.zip(
                        catalogue.newest(codes).collectMap(KnownPurpose::code),
                        students.isEmpty() ? Mono.just(Map.<UUID, StudentName>of()) : directory.students(students))
                .map(known -> items.stream()
                        .map(item -> shown(item, known.getT1(), known.getT2(), locale))
                        .collect(Collectors.toList()));
    }

    private Shown shown(
            OfficerNotices.Item item, Map<String, KnownPurpose> purposes, Map<UUID, StudentName> names, Locale locale) {
        KnownPurpose purpose = item.matter().purpose() == null
                ? null
                : purposes.get(item.matter().purpose());
        StudentName student = item.matter().studentId() == null
                ? null
                : names.getOrDefault(item.matter().studentId(), new StudentName("—", ""));
        return new Shown(
                item.id(),
                texts.title(item.kind(), locale),
                texts.text(item.kind(), locale),
                student == null ? null : student.name(),
                student == null ? null : student.className(),
                purpose == null ? item.matter().purpose() : purpose.name(locale.getLanguage()),
                item.matter().date(),
                item.matter().incidentId(),
                item.matter().requestId(),
                links.toWork(item.kind(), item.matter()),
                item.at(),
                item.seenAt());
    }

    /**
     * A notice in words.
     *
     * @param id of the notice
     * @param title in a few words
     * @param text in a few sentences
     * @param student the name, a dash while the directory is away; null when no single student is concerned
     * @param className the class today
     * @param purpose its name, or its code while nothing is known of it; null when none is concerned
     * @param date the day that it is about
     * @param incidentId the violation that it is about, or null
     * @param requestId the request that it is about
     * @param work where an officer of the school does what it asks for; null for what is not done there
     * @param at when
     * @param seenAt when somebody first looked at it
     */
    record Shown(
            UUID id,
            String title,
            String text,
            @Nullable String student,
            @Nullable String className,
            @Nullable String purpose,
            @Nullable LocalDate date,
            @Nullable UUID incidentId,
            @Nullable UUID requestId,
            @Nullable String work,
            Instant at,
            @Nullable Instant seenAt) {}
}
