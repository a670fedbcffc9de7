package vn.edu.privacy.consent.paper.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.domain.DecisionKind;
import vn.edu.privacy.consent.paper.application.RecordSupervised;
import vn.edu.privacy.consent.purpose.DataCategory;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.purpose.ServedNotice;
import vn.edu.privacy.consent.purpose.ServedNotices;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The page that somebody of the school turns to a child, who reads or hears the notice in its own words and answers. */
@Controller
class SupervisedPage {
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]{2,79}");

    private final DeskReaders readers;
    private final StudentNames names;
    private final Purposes purposes;
    private final ServedNotices notices;
    private final RecordSupervised supervised;

    SupervisedPage(
            DeskReaders readers,
            StudentNames names,
            Purposes purposes,
            ServedNotices notices,
            RecordSupervised supervised) {
        this.readers = readers;
        this.names = names;
        this.purposes = purposes;
        this.notices = notices;
        this.supervised = supervised;
    }

    @GetMapping(Paths.SUPERVISED)
    Mono<Rendering> show(@PathVariable UUID studentId, @PathVariable String code, Caller caller, Locale locale) {
        return readers.ofSchool(caller, studentId)
                .flatMap(child -> supervised
                        .show(child, code, locale.getLanguage(), caller.requirePerson())
                        .flatMap(notice -> page(child, notice, Typed.NOTHING)));
    }

    @PostMapping(Paths.SUPERVISED)
    Mono<Rendering> record(
            @PathVariable UUID studentId, @PathVariable String code, Caller caller, ServerWebExchange exchange) {
        return Mono.zip(
                        readers.ofSchool(caller, studentId),
                        exchange.getFormData().map(Typed::of))
                .flatMap(sent -> {
                    StudentFacts child = sent.getT1();
                    Typed typed = sent.getT2();
                    return typed.missing().isEmpty()
                            ? supervised
                                    .record(child, typed.answer(code, caller.requirePerson()))
                                    .thenReturn(Rendering.redirectTo(Paths.DESK + "?entered=true")
                                            .build())
                            : Mono.justOrEmpty(typed.notice())
                                    .flatMap(notices::find)
                                    .filter(notice -> notice.studentId().equals(studentId)
                                            && notice.purpose().equals(code))
                                    .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                                    .flatMap(notice -> page(child, notice, typed));
                });
    }

    private Mono<Rendering> page(StudentFacts child, ServedNotice notice, Typed typed) {
        return Mono.zip(names.of(child.studentId()), purposes.version(notice.purpose(), notice.version()))
                .map(known -> page(child, notice, typed, known.getT1(), known.getT2()));
    }

    private static Rendering page(
            StudentFacts child, ServedNotice notice, Typed typed, String name, PublishedPurpose purpose) {
        return Rendering.view("paper-supervised")
                .status(typed.missing().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("studentId", child.studentId())
                .modelAttribute("student", name)
                .modelAttribute("code", purpose.code())
                .modelAttribute("notice", notice)
                .modelAttribute("text", purpose.notice(notice.language()))
                .modelAttribute(
                        "categories",
                        purpose.categories().stream()
                                .map((DataCategory category) -> category.name(notice.language()))
                                .toList())
                .modelAttribute("sensitive", purpose.sensitive())
                .modelAttribute("typed", typed)
                .build();
    }

    /**
     * What was sent.
     *
     * @param decision what the child said; absent when nothing was chosen, since nothing is chosen beforehand
     * @param reference where the school has noted it
     * @param notice the notice that was shown
     * @param missing fields to look at again; none before anything was sent
     */
    record Typed(
            @Nullable DecisionKind decision,
            String reference,
            @Nullable UUID notice,
            List<String> missing) {
        static final Typed NOTHING = new Typed(null, "", null, List.of());

        static Typed of(MultiValueMap<String, String> form) {
            DecisionKind decision = Arrays.stream(new DecisionKind[] {DecisionKind.GIVEN, DecisionKind.REFUSED})
                    .filter(kind -> kind.name().equals(form.getFirst("decision")))
                    .findFirst()
                    .orElse(null);
            String reference =
                    Optional.ofNullable(form.getFirst("reference")).orElse("").strip();
            UUID notice = id(form.getFirst("notice"));
            List<String> missing = new ArrayList<>();
            if (decision == null) {
                missing.add("decision");
            }
            if (!REFERENCE.matcher(reference).matches()) {
                missing.add("reference");
            }
            if (notice == null) {
                missing.add("notice");
            }
            return new Typed(decision, reference, notice, missing);
        }

        /** The answer; only when nothing is missing. */
        RecordSupervised.Answer answer(String purpose, UUID supervisor) {
            return new RecordSupervised.Answer(
                    purpose, Objects.requireNonNull(decision), Objects.requireNonNull(notice), supervisor, reference);
        }

        private static @Nullable UUID id(@Nullable String text) {
            try {
                return text == null ? null : UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                return null;
            }
        }
    }
}
